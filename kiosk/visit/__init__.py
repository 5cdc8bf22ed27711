"""A visitor's way through the kiosk: pure, without screen, sound, files or clock.

`Visit` takes an `Action` and returns a `Reply`: what to show and what to say. Inside:

1. `places` describes a place of the visit (menu, topic, help …) from the `Library`: a `Sheet` of parts and choices.
2. `paging` cuts a `Sheet` into what fits the screen; `wrap` breaks lines, sentences are kept whole where they fit.
3. `page` lays out one cut as rows: a `Page`, drawn as it is.
4. `reading` turns the text of the same `Page` into `Utterance`s, a whole sentence each, wherever pages end.
5. `visit` moves between places; the page follows the word that sounds (`voice_reports`);
   `idle_clock` tells a silent visitor from an absent one.
"""
