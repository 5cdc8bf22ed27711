"""The visitor's way through the kiosk, without screen, sound, files or a clock of its own.

`Visit` takes an `Action` and answers with what is to be said; its `page` is what is to be seen. The way inside:

1. `sheets` describes a place of the visit (menu, topic, help …) from the `Library`: a `Sheet` of parts and choices.
2. `paging` cuts a `Sheet` into what fits the screen; `wrap` breaks lines, sentences are kept whole where they fit.
3. `page` lays one cut out as rows: a `Page`, drawn as it is.
4. `reading` turns the same `Page` into `Utterance`s.
5. `visit` moves between places; `idle_clock` tells a silent visitor from an absent one.
"""
