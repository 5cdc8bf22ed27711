"""Turns utterances into sound, and reports what is heard. The way of one utterance:

1. The app's `narrator` numbers it and sends it (`messages`) through its `voice_client` to the voice process.
2. There (`voice_process`) the `speaker` queues it. The `voice` makes its spoken form (`spoken`) and has the engine
   (`engines`, `drivers`) synthesise it, piece by piece. A slow engine is heard through a `rendered_voice`: from the
   render cache (`ready`), or from what the `renderer` makes now. Where it would be late, the quick one says the page.
3. Each piece goes at once, on the loudspeaker through `clear_speech`, into the `playback`: the player (`players`), and
   the `timeline`, which holds the marks until their sample is played.
4. Marks are reported back: started, word, done. The narrator drops what comes too late, and passes the rest on as
   `speech_events`.
"""
