"""The kiosk's own words in a language that the clinic added: its catalogue, `content/xx/kiosk.po`, read as it is."""
