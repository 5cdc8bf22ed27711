"""Turns utterances into sound, and tells what is heard. The way of one utterance:

1. `narrator` numbers it and sends it (`messages`, `voice_link`) to the voice process.
2. There (`voice_process`) the `speaker` queues it; `voice` makes its spoken form (`spoken_form`) and has a pyttsx3
   driver (`drivers`) synthesise it, piece by piece.
3. Each piece goes at once into a player (`players`); the `timeline` holds the marks until their sample is played.
   A slow engine is heard through `slow_voice`: from the render cache, from what the `renderer` made ahead, or, where it
   would be late, by the quick one.
4. Marks are reported back: started, word, done. The narrator drops what comes too late and tells the rest.
"""
