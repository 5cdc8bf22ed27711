"""A screen size, as typed after `--size`."""

from __future__ import annotations

import click

from kiosk.visit.layout.grid import Grid


class SizeOption(click.ParamType[Grid]):
    """Columns and rows, such as 46x13."""

    name = "WxH"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Grid:
        """Return the grid; exit with what to type if `value` is not a size."""
        try:
            width, height = (int(number) for number in str(value).split("x"))
        except ValueError:
            self.fail("Type the size as two numbers, for example 80x24.", param, ctx)
        if not (12 <= width <= 500 and 4 <= height <= 300):
            self.fail("The size must be from 12x4 to 500x300.", param, ctx)
        return Grid(width, height)
