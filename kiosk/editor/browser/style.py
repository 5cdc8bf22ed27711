"""The style sheet of the editor: that of the web site, with forms."""

from __future__ import annotations

from kiosk.export.style_sheet import style_sheet

_FORMS = """\
html{font-size:112.5%}
body.wide{max-width:90rem}
header nav{display:flex;flex-wrap:wrap;gap:1rem;align-items:center;justify-content:space-between}
label,legend{display:block;font-weight:bold;padding:.3rem 0}
.tick{display:inline-block;font-weight:normal;padding-right:1rem}
.field,fieldset{margin:1rem 0}
ol{list-style:none;padding:0}
fieldset input[type=text]{height:auto}
input[type=text],fieldset input[type=text],textarea,select{font:inherit;width:100%;padding:.4rem;
color:var(--text);background:var(--ground);border:.1rem solid var(--text);border-radius:.2rem}
button{font:inherit;padding:.4rem .9rem;margin:.2rem .4rem .2rem 0;color:var(--text);background:var(--ground);
border:.15rem solid var(--text);border-radius:.2rem;min-height:2.4rem}
button.main{font-weight:bold;background:var(--text);color:var(--ground)}
.help{margin:.1rem 0}
.error,.errors{border-left:.4rem solid var(--title);padding-left:.6rem;font-weight:bold}
.advice,.remark{border-left:.4rem solid var(--frame);padding-left:.6rem}
[aria-invalid]{border-width:.2rem}
.seen{border:.1rem solid var(--frame);padding:1rem}
summary{padding:.4rem 0}
@media (min-width:70rem){.beside:has(.seen){display:grid;grid-template-columns:1fr 1fr;gap:2rem}
.beside>section{position:sticky;top:0;max-height:100vh;overflow:auto;margin:0}}
"""


def editor_style() -> str:
    """Return the style sheet."""
    return style_sheet() + _FORMS
