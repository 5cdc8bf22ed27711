"""What is made ahead: the sound of texts, how it is kept, what is made next and when, and which voice says a page.

`kiosk render` makes it (`order`), file by file in the `render_cache`, each a `rendered` text in the form of `vorbis`.
The app has it run while nobody is there (`rest_work`, `maker`), and hears how much is done (`made`). The voice process
reads the files, and chooses one voice for a page (`one_voice`).
"""
