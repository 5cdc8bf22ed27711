"""Reads libpulse's description of an output, `pa_sink_info` of `pulse/introspect.h`, into a `Sink`."""

from __future__ import annotations

from ctypes import CDLL, POINTER, Structure, c_char_p, c_int, c_uint8, c_uint32, c_uint64, c_void_p

from kiosk.speech.players.headphones import Plugged, Port, PortKind, Sink
from kiosk.speech.players.pulse_library import VOLUME_NORM, SampleSpec

_MOST_CHANNELS = 32
_PORTS_HAVE_KINDS = 14
"""The first version of libpulse whose ports tell what they lead to."""


class _ChannelMap(Structure):
    _fields_ = (("channels", c_uint8), ("map", c_int * _MOST_CHANNELS))


class Volume(Structure):
    """`pa_cvolume`."""

    _fields_ = (("channels", c_uint8), ("values", c_uint32 * _MOST_CHANNELS))


class PortInfo(Structure):
    """`pa_sink_port_info`."""

    _fields_ = (
        ("name", c_char_p),
        ("description", c_char_p),
        ("priority", c_uint32),
        ("available", c_int),
        ("availability_group", c_char_p),  # this and what follows: only from version 14 on
        ("type", c_uint32),
    )


class SinkInfo(Structure):
    """`pa_sink_info`, as far as the ports."""

    _fields_ = (
        ("name", c_char_p),
        ("index", c_uint32),
        ("description", c_char_p),
        ("sample_spec", SampleSpec),
        ("channel_map", _ChannelMap),
        ("owner_module", c_uint32),
        ("volume", Volume),
        ("mute", c_int),
        ("monitor_source", c_uint32),
        ("monitor_source_name", c_char_p),
        ("latency", c_uint64),
        ("driver", c_char_p),
        ("flags", c_int),
        ("proplist", c_void_p),
        ("configured_latency", c_uint64),
        ("base_volume", c_uint32),
        ("state", c_int),
        ("n_volume_steps", c_uint32),
        ("card", c_uint32),
        ("n_ports", c_uint32),
        ("ports", POINTER(POINTER(PortInfo))),
        ("active_port", POINTER(PortInfo)),
    )


def sink_of(info: SinkInfo, library: CDLL) -> Sink:
    """Return the facts of `info` that matter; `info` is valid only during the callback."""
    tells_kinds = _version(library) >= _PORTS_HAVE_KINDS
    ports = tuple(_port(info.ports[at].contents, tells_kinds) for at in range(info.n_ports))
    form_factor = library.pa_proplist_gets(info.proplist, b"device.form_factor") if info.proplist else None
    active = info.active_port.contents.name if info.active_port else None
    return Sink(_text(info.name), _text(form_factor), ports, _text(active), percent_of(info))


def percent_of(info: SinkInfo) -> int:
    """Return the volume in per cent of the loudest channel; 0 for an output that is muted."""
    loudest = max(info.volume.values[: info.volume.channels], default=0)
    return 0 if info.mute else round(100 * loudest / VOLUME_NORM)


def volume_of(info: SinkInfo, percent: int) -> Volume:
    """Return the same volume for each channel of an output."""
    volume = Volume(channels=info.volume.channels)
    for channel in range(volume.channels):
        volume.values[channel] = VOLUME_NORM * percent // 100
    return volume


def _port(info: PortInfo, tells_kind: bool) -> Port:
    plugged = Plugged(info.available) if info.available in (Plugged.NO, Plugged.YES) else Plugged.UNKNOWN
    return Port(_text(info.name), plugged, int(info.type) if tells_kind else PortKind.UNKNOWN)


def _version(library: CDLL) -> int:
    """The first number of libpulse's version."""
    digits = _text(library.pa_get_library_version()).split(".")[0]
    return int(digits) if digits.isdigit() else 0


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace")
