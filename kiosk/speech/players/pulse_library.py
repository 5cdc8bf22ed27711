"""The part of libpulse that playing needs, over ctypes. Names and values are those of `pulse/*.h`."""

from __future__ import annotations

import ctypes
from ctypes import (
    CDLL,
    CFUNCTYPE,
    POINTER,
    Structure,
    byref,
    c_char_p,
    c_int,
    c_int64,
    c_size_t,
    c_uint8,
    c_uint32,
    c_void_p,
)
from typing import Any

SAMPLE_S16LE, SAMPLE_S16BE = 3, 4
READY, FAILED, TERMINATED = 2, 3, 4
"""Of a stream (`pa_stream_state_t`)."""
CONTEXT_READY, CONTEXT_FAILED = 4, 5
"""Of the connection (`pa_context_state_t`); beyond FAILED it is TERMINATED."""
RUNNING, ANSWERED = 0, 1
"""Of an operation (`pa_operation_state_t`); while it is RUNNING, the server has not answered yet."""
NO_AUTOSPAWN = 0x0001
DONT_MOVE = 0x0200
"""The stream ends with its sink, and never goes on by another one."""
EARLY_REQUESTS = 0x4000
"""The sink keeps to short pieces although the stream's own buffer is long."""
SEEK_RELATIVE = 0
UNSET = 0xFFFFFFFF
SINK_SUSPENDED = 2
"""Of a sink (`pa_sink_state_t`): its device sleeps."""
VOLUME_NORM = 0x10000
"""The volume that is called 100 % (`PA_VOLUME_NORM`)."""
SINKS_AND_CARDS = 0x0001 | 0x0200
"""The objects whose changes are subscribed to (`pa_subscription_mask_t`)."""

STATE_CALLBACK = CFUNCTYPE(None, c_void_p, c_void_p)
EVENT_CALLBACK = CFUNCTYPE(None, c_void_p, c_int, c_uint32, c_void_p)
SINK_CALLBACK = CFUNCTYPE(None, c_void_p, c_void_p, c_int, c_void_p)
"""The second argument is a pointer to `pulse_sinks.SinkInfo`."""


class SampleSpec(Structure):
    """`pa_sample_spec`."""

    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class BufferAttr(Structure):
    """`pa_buffer_attr`: all in bytes."""

    _fields_ = (
        ("maxlength", c_uint32),
        ("tlength", c_uint32),
        ("prebuf", c_uint32),
        ("minreq", c_uint32),
        ("fragsize", c_uint32),
    )


_SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "pa_threaded_mainloop_new": (c_void_p, ()),
    "pa_threaded_mainloop_get_api": (c_void_p, (c_void_p,)),
    "pa_threaded_mainloop_start": (c_int, (c_void_p,)),
    "pa_threaded_mainloop_stop": (None, (c_void_p,)),
    "pa_threaded_mainloop_free": (None, (c_void_p,)),
    "pa_threaded_mainloop_lock": (None, (c_void_p,)),
    "pa_threaded_mainloop_unlock": (None, (c_void_p,)),
    "pa_context_new": (c_void_p, (c_void_p, c_char_p)),
    "pa_context_connect": (c_int, (c_void_p, c_char_p, c_int, c_void_p)),
    "pa_context_get_state": (c_int, (c_void_p,)),
    "pa_context_disconnect": (None, (c_void_p,)),
    "pa_context_unref": (None, (c_void_p,)),
    "pa_context_set_state_callback": (None, (c_void_p, STATE_CALLBACK, c_void_p)),
    "pa_context_set_subscribe_callback": (None, (c_void_p, EVENT_CALLBACK, c_void_p)),
    "pa_context_subscribe": (c_void_p, (c_void_p, c_int, c_void_p, c_void_p)),
    "pa_context_get_sink_info_list": (c_void_p, (c_void_p, SINK_CALLBACK, c_void_p)),
    "pa_context_set_sink_port_by_name": (c_void_p, (c_void_p, c_char_p, c_char_p, c_void_p, c_void_p)),
    "pa_context_get_sink_info_by_name": (c_void_p, (c_void_p, c_char_p, SINK_CALLBACK, c_void_p)),
    "pa_context_set_sink_volume_by_name": (c_void_p, (c_void_p, c_char_p, c_void_p, c_void_p, c_void_p)),
    "pa_context_set_sink_mute_by_name": (c_void_p, (c_void_p, c_char_p, c_int, c_void_p, c_void_p)),
    "pa_proplist_gets": (c_char_p, (c_void_p, c_char_p)),
    "pa_get_library_version": (c_char_p, ()),
    "pa_stream_new": (c_void_p, (c_void_p, c_char_p, POINTER(SampleSpec), c_void_p)),
    "pa_stream_connect_playback": (
        c_int,
        (c_void_p, c_char_p, POINTER(BufferAttr), c_int, c_void_p, c_void_p),
    ),
    "pa_stream_get_state": (c_int, (c_void_p,)),
    "pa_stream_get_device_name": (c_char_p, (c_void_p,)),
    "pa_stream_set_buffer_attr": (c_void_p, (c_void_p, POINTER(BufferAttr), c_void_p, c_void_p)),
    "pa_stream_write": (c_int, (c_void_p, c_char_p, c_size_t, c_void_p, c_int64, c_int)),
    "pa_stream_flush": (c_void_p, (c_void_p, c_void_p, c_void_p)),
    "pa_stream_update_timing_info": (c_void_p, (c_void_p, c_void_p, c_void_p)),
    "pa_stream_disconnect": (c_int, (c_void_p,)),
    "pa_stream_unref": (None, (c_void_p,)),
    "pa_operation_get_state": (c_int, (c_void_p,)),
    "pa_operation_unref": (None, (c_void_p,)),
}


def load() -> CDLL:
    """The library with its signatures set; raises OSError where it is not installed."""
    library = ctypes.CDLL("libpulse.so.0")
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


__all__ = ["BufferAttr", "SampleSpec", "byref", "load"]
