"""The kiosk's pages elsewhere: as a web site, and on paper.

`article.py` makes an `Article` of a topic from the sheets that the kiosk shows, with its cards and questions.
`html_page.py` draws one as HTML, `web_site.py` all of them; `leaflet.py` draws them as a tagged PDF.
"""
