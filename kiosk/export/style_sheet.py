"""The style sheet of the web site: the kiosk's contrasts, chosen by the device or by the visitor, without a script."""

from __future__ import annotations

from kiosk.content.model.library import Urgency
from kiosk.ui.themes import THEMES, Contrast

_LIGHT, _DARK, _SOFT = "dark-on-light", "light-on-dark", "soft"
_RULES = """\
*,*::before,*::after{box-sizing:border-box}
html{font-size:125%;line-height:1.5;background:var(--ground);color:var(--text)}
body{margin:0 auto;max-width:40rem;padding:1rem;overflow-wrap:break-word}
body{font-family:"Atkinson Hyperlegible Next","Atkinson Hyperlegible",Verdana,sans-serif}
h1{font-size:1.6rem;line-height:1.25;color:var(--title)}
h2{font-size:1.3rem;line-height:1.25;color:var(--heading)}
a{color:var(--text);text-decoration:underline;text-underline-offset:.2em}
:focus-visible{outline:.2rem solid var(--title);outline-offset:.2rem}
nav ul,.menu ul{list-style:none;padding:0}
.menu a,nav a,.skip{display:inline-block;padding:.4rem 0;min-height:2.4rem}
.menu p{margin:0}
li{margin-bottom:.4rem}
section,figure{margin:1.5rem 0}
figure svg{max-width:12rem;width:40%;height:auto}
.shape{fill:var(--shape)}
.mark{fill:var(--mark)}
section.card{border:.15rem solid var(--level);padding:0 1rem}
.level{display:inline-block;background:var(--level);color:var(--level-text);padding:.2rem .6rem;font-weight:bold}
.lead,.contact,.state{font-weight:bold}
footer{border-top:.1rem solid var(--frame);margin-top:2rem}
audio{width:100%}
fieldset{border:.1rem solid var(--frame)}
label{display:inline-block;padding:.3rem .8rem .3rem 0}
fieldset input{width:1.2rem;height:1.2rem}
@supports not selector(:has(a)){fieldset{display:none}}
@media print{fieldset,nav,audio,.skip{display:none}}
"""


def style_sheet() -> str:
    """Return the style sheet."""
    named = {theme.name: theme for theme in THEMES}
    rules = [f":root{{color-scheme:light dark;{_variables(named[_LIGHT])}}}"]
    rules.append(f"@media (prefers-color-scheme:dark){{:root{{{_variables(named[_DARK])}}}}}")
    rules.append(f"@media (prefers-contrast:less){{:root{{{_variables(named[_SOFT])}}}}}")
    for theme in THEMES:
        scheme = "dark" if theme.dark else "light"
        rules.append(f":root:has(#contrast-{theme.name}:checked){{color-scheme:{scheme};{_variables(theme)}}}")
    levels = [f".{level.style}{{--level:var(--{level.style})}}" for level in Urgency]
    return "\n".join([*rules, *levels, _RULES])


def _variables(theme: Contrast) -> str:
    wanted = ("ground", "text", "title", "heading", "frame", "level_text", "shape", "mark")
    colours = theme.colours._asdict()
    named = {name: colours[name] for name in (*wanted, *(level.style for level in Urgency))}
    return ";".join(f"--{name.replace('_', '-')}:{colour}" for name, colour in named.items())
