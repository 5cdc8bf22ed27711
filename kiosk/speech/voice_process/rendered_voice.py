"""A `RenderedVoice` starts as soon as a quick one although its engine is slow. It looks for the sound of a text

1. in memory, where the renderer has put what was to be said soon;
2. in the render cache, which `kiosk render` fills;
3. at the renderer, if that can make it within LATE_S;
4. and otherwise lets the quick voice say this one text: a plain voice now is better than a nice one late.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from kiosk.content.model.library import WordRule
from kiosk.speech.spoken.spoken_form import Spans, SpokenForm
from kiosk.speech.voice_process.render_cache import RenderCache
from kiosk.speech.voice_process.rendered import Rendered, Wanted
from kiosk.speech.voice_process.renderer import Renderer
from kiosk.speech.voice_process.resampled import Resampled, ResampledVoice
from kiosk.speech.voice_process.sample_sink import SampleSink
from kiosk.speech.voice_process.voice import Voice

LATE_S = 0.4
"""Seconds that a visitor waits for the chosen voice to say what was not rendered ahead; then the quick one speaks."""
PIECE_S = 0.25
"""Seconds of sound that are handed on at once."""


class RenderedVoice:
    """A `VoiceBackend` for an engine whose speech is rendered ahead."""

    def __init__(
        self,
        sample_rate: int,
        load: Callable[[], Voice],
        languages: Collection[str],
        quick: Voice,
        cache: RenderCache | None = None,
        pace: float | None = None,
    ) -> None:
        """`sample_rate` and `languages` are those of the voice that `load` makes when it is first needed.

        `quick` speaks in its place; `pace` is that of `Renderer`.
        """
        self.sample_rate = sample_rate
        self._languages = frozenset(languages)
        self._renderer = Renderer(load, pace)
        self._quick = quick
        self.classic = ResampledVoice(quick, sample_rate)
        """The quick voice on its own, at the sample rate of this one."""
        self._cache = cache
        self._stopping = False

    def speak(self, text: str, language: str, rate_wpm: float, sink: SampleSink, numbers: Spans = ()) -> None:
        """Hand the sound of `text` to `sink`; return when it is complete or `stop` was called."""
        self._stopping = False
        form = self._quick.form(text, language, numbers)
        wanted = Wanted(form.text, language, round(rate_wpm))
        rendered = self._renderer.find(wanted) or self._cached(wanted)
        if rendered is None and form.text.strip() and language in self._languages:
            rendered = self._renderer.obtain(wanted, LATE_S, lambda: self._stopping)
        if self._stopping:
            return
        if rendered is not None:
            self._hand_on(rendered, form, sink)
        else:
            instead = Resampled(sink, self._quick.sample_rate, self.sample_rate)
            self._quick.say_form(form, language, rate_wpm, instead)

    def prepare(self, text: str, language: str, rate_wpm: float, numbers: Spans = ()) -> None:
        """Have `text` rendered, unless it is in the cache."""
        if language not in self._languages or self._renderer.busy:
            return
        wanted = Wanted(self._quick.form(text, language, numbers).text, language, round(rate_wpm))
        if wanted.text.strip() and not (self._cache and self._cache.has(wanted)):
            self._renderer.prepare(wanted)

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Say words as the clinic wants them said from now on; from any thread."""
        self._quick.set_words(rules)

    def stop(self) -> None:
        """End the present `speak`; from any thread."""
        self._stopping = True
        self._renderer.nudge()
        self._quick.stop()

    def rest(self) -> None:
        """Nobody is there: end the present `speak`, and forget everything that was made."""
        self.stop()
        self._renderer.forget()

    def _cached(self, wanted: Wanted) -> Rendered | None:
        found = self._cache.load(wanted) if self._cache else None
        return found if found is not None and found.sample_rate == self.sample_rate else None

    def _hand_on(self, rendered: Rendered, form: SpokenForm, sink: SampleSink) -> None:
        size = int(PIECE_S * self.sample_rate)
        words = list(rendered.words)
        for at in range(0, len(rendered.samples), size):
            if self._stopping:
                return
            sink.samples(rendered.samples[at : at + size])
            while words and words[0][2] < at + size:
                start, length, at_sample = words.pop(0)
                sink.word(*form.written(start, length), at_sample)
