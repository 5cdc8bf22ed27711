"""A `RenderedVoice` starts as soon as a quick one although its engine is slow. It looks for the sound of a text

1. in memory, where the renderer has put what was to be said soon;
2. in the render cache, which `kiosk render` fills;
3. at the renderer, which makes it now.

When a page begins, one voice is chosen for all of it: the slow one, unless it would be late for any of the texts. Then
the quick one says the page, and the renderer makes what is missing for the next time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from kiosk.content.model.word_rules import WordRule
from kiosk.machine.condition import made_noted
from kiosk.machine.paths import state_folder
from kiosk.speech.messages import Say
from kiosk.speech.ready.one_voice import LATE_S, Piece, keeps_up, sounds_at_least
from kiosk.speech.ready.render_cache import RenderCache
from kiosk.speech.ready.rendered import Rendered, Stored, Wanted
from kiosk.speech.ready.sndfile_library import SoundLibraryError
from kiosk.speech.spoken.spoken_form import Spans, SpokenForm
from kiosk.speech.voice_process.renderer import Renderer, SlowVoice
from kiosk.speech.voice_process.resampled import Resampled, ResampledVoice
from kiosk.speech.voice_process.sample_sink import SampleSink
from kiosk.speech.voice_process.voice import Voice, VoiceError

WAIT_S = 2.0
"""Seconds that a page waits in its middle for the voice that began it, on a machine that is suddenly busy."""
PAGES = 16
"""Pages whose voice is remembered: the last ones."""
FORMS = 2_000
"""Spoken forms that are remembered."""


class RenderedVoice:
    """A `VoiceBackend` for an engine whose speech is rendered ahead."""

    def __init__(
        self,
        sample_rate: int,
        load: Callable[[], SlowVoice],
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
        self._is_slow: dict[tuple[int, str], bool] = {}
        """By page and language: whether the slow voice says it."""
        self._begun: tuple[int, str] | None = None
        """The page and language that the slow voice said last."""
        self._forms: dict[tuple[str, str, Spans], SpokenForm] = {}

    def speak(
        self, text: str, language: str, rate_wpm: float, sink: SampleSink, numbers: Spans = (), page: int = 0
    ) -> None:
        """Hand the sound of `text` to `sink`; return when it is complete or `stop` was called."""
        self._stopping = False
        form = self._form(text, language, numbers)
        rendered = self._found(Wanted(form.text, language, round(rate_wpm)), page)
        if self._stopping:
            return
        if rendered is not None:
            self._hand_on(rendered, form, sink)
        else:
            instead = Resampled(sink, self._quick.sample_rate, self.sample_rate)
            self._quick.say_form(form, language, rate_wpm, instead)

    def begin(self, says: Sequence[Say]) -> None:
        """Choose the voice for each page in `says`, unless it has begun already, and have what is missing made."""
        pages: dict[tuple[int, str], list[Piece]] = {}
        missing = []
        for say in says:
            wanted = Wanted(self._form(say.text, say.language, say.numbers).text, say.language, say.rate)
            if say.language not in self._languages or not wanted.text.strip():
                continue
            there = self._cache is not None and self._cache.has(wanted)
            makes_s = 0.0 if there else self._renderer.seconds_for(wanted)
            sounds_s = sounds_at_least(wanted.text, say.rate, say.pause)
            pages.setdefault((say.page, say.language), []).append(Piece(makes_s, sounds_s))
            if not there:
                missing.append(wanted)
        for page, pieces in pages.items():
            self._is_slow.setdefault(page, keeps_up(pieces))
        while len(self._is_slow) > PAGES:
            del self._is_slow[next(iter(self._is_slow))]
        if missing:
            self._renderer.prepare(missing)

    def wake(self) -> None:
        """Somebody is there: load the engine if not everything is made ahead."""
        counts = made_noted(state_folder())
        if not (isinstance(counts, list) and all(count[1] == count[2] for count in counts)):
            self._renderer.load_voice()

    def set_words(self, rules: Sequence[WordRule]) -> None:
        """Say words as the clinic wants them said from now on; from any thread."""
        self._quick.set_words(rules)
        self._forms.clear()

    def stop(self) -> None:
        """End the present `speak`; from any thread."""
        self._stopping = True
        self._renderer.nudge()
        self._quick.stop()

    def rest(self) -> None:
        """Nobody is there: end the present `speak`, forget everything that was made, and let the engine go."""
        self.stop()
        self._renderer.forget()

    def _form(self, text: str, language: str, numbers: Spans) -> SpokenForm:
        key = text, language, numbers
        form = self._forms.get(key)
        if form is None:
            if len(self._forms) >= FORMS:
                self._forms.clear()
            form = self._forms[key] = self._quick.form(text, language, numbers)
        return form

    def _found(self, wanted: Wanted, page: int) -> Rendered | Stored | None:
        """Return the slow voice's sound; None if the quick voice is to say this, and the rest of its page."""
        key = page, wanted.language
        is_slow = self._is_slow.get(key)
        if is_slow is False or not wanted.text.strip() or wanted.language not in self._languages:
            return None
        rendered = self._renderer.find(wanted) or self._cached(wanted)
        if rendered is None:
            # Before its first sound, a page can still be handed to the quick voice as a whole.
            patience = WAIT_S if is_slow and self._begun == key else LATE_S
            rendered = self._renderer.obtain(wanted, patience, lambda: self._stopping)
        if rendered is None and is_slow and not self._stopping:
            self._is_slow[key] = False
        if rendered is not None:
            self._begun = key
        return rendered

    def _cached(self, wanted: Wanted) -> Stored | None:
        found = self._cache.load(wanted) if self._cache else None
        return found if found is not None and found.sample_rate == self.sample_rate else None

    def _hand_on(self, rendered: Rendered | Stored, form: SpokenForm, sink: SampleSink) -> None:
        words, given = list(rendered.words), 0
        try:
            for piece in rendered.pieces():
                if self._stopping:
                    return
                sink.samples(piece)
                given += len(piece)
                while words and words[0][2] < given:
                    start, length, at_sample = words.pop(0)
                    sink.word(*form.written(start, length), at_sample)
        except SoundLibraryError as error:
            raise VoiceError(str(error)) from error
