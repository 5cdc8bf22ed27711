"""Which outputs are headphones, and what happens to speech when they come and go."""

import ctypes
from ctypes import POINTER, pointer

import pytest

from kiosk.speech.messages import GoOn, HeadphoneChange
from kiosk.speech.players.headphones import Headphones, Plugged, Port, PortKind, Sink, headphones_among
from kiosk.speech.players.pulse_library import VOLUME_NORM
from kiosk.speech.players.pulse_sinks import PortInfo, SinkInfo, Volume, sink_of, volume_of
from tests.speech.house import House
from tests.speech.stage import Stage, told

SPEAKER = Port("analog-output-speaker", Plugged.UNKNOWN, 2)


def card(plugged: Plugged, active: str = "analog-output-headphones", kind: int = PortKind.HEADPHONES) -> Sink:
    jack = Port("analog-output-headphones", plugged, kind)
    return Sink("built-in", "internal", (SPEAKER, jack), active)


def test_a_jack_with_a_plug_in_it_is_headphones():
    assert headphones_among([card(Plugged.YES)]) == Headphones("built-in")


@pytest.mark.parametrize("plugged", [Plugged.NO, Plugged.UNKNOWN])
def test_a_jack_that_is_empty_or_does_not_tell_is_none(plugged: Plugged):
    assert headphones_among([card(plugged)]) is None


def test_a_jack_that_sound_does_not_leave_by_yet_is_to_be_chosen_first():
    found = headphones_among([card(Plugged.YES, active=SPEAKER.name)])
    assert found == Headphones("built-in", "analog-output-headphones")


def test_a_server_that_tells_no_kinds_is_understood_by_names():
    assert headphones_among([card(Plugged.YES, kind=PortKind.UNKNOWN)]) == Headphones("built-in")
    assert headphones_among([Sink("hdmi", "", (Port("hdmi-output-0", Plugged.YES),), "hdmi-output-0")]) is None


def test_a_name_does_not_overrule_a_kind():
    line_out = Port("headphones-2", Plugged.YES, 4)
    assert headphones_among([Sink("built-in", "", (line_out,), line_out.name)]) is None


@pytest.mark.parametrize("form", ["headset", "headphone"])
def test_a_device_that_is_worn_is_headphones_wherever_it_stands(form: str):
    assert headphones_among([card(Plugged.NO), Sink("usb", form)]) == Headphones("usb")


def test_a_loudspeaker_is_none():
    assert headphones_among([Sink("usb", "speaker"), Sink("hdmi")]) is None


def test_a_worn_device_whose_only_way_is_shut_is_none():
    assert headphones_among([Sink("usb", "headset", (Port("out", Plugged.NO, 6),), "out")]) is None


class Library:
    """As much of libpulse as reading an output needs."""

    def __init__(self, version: bytes, form_factor: bytes | None = None) -> None:
        self._version, self._form_factor = version, form_factor

    def pa_get_library_version(self) -> bytes:
        return self._version

    def pa_proplist_gets(self, properties: int, name: bytes) -> bytes | None:
        assert name == b"device.form_factor"
        return self._form_factor


def info() -> SinkInfo:
    ports = (POINTER(PortInfo) * 2)(
        pointer(PortInfo(b"speaker", b"", 100, 0, b"", 2)), pointer(PortInfo(b"jack", b"", 200, 2, b"", 3))
    )
    volume = Volume(2)
    volume.values[0], volume.values[1] = VOLUME_NORM // 2, VOLUME_NORM // 4
    return SinkInfo(name=b"built-in", volume=volume, proplist=1, n_ports=2, ports=ports, active_port=ports[1])


def test_what_libpulse_tells_of_an_output_is_read():
    sink = sink_of(info(), Library(b"16.1.0", b"internal"))  # type: ignore[arg-type]
    assert sink == Sink(
        "built-in", "internal", (Port("speaker", Plugged.UNKNOWN, 2), Port("jack", Plugged.YES, 3)), "jack", 50
    )


def test_an_output_that_is_muted_is_told_as_one_at_0_per_cent():
    muted = info()
    muted.mute = 1
    assert sink_of(muted, Library(b"16.1.0")).percent == 0  # type: ignore[arg-type]


def test_each_channel_gets_the_volume_of_the_machines_settings():
    volume = volume_of(info(), 80)
    assert volume.channels == 2
    assert list(volume.values[:3]) == [VOLUME_NORM * 80 // 100] * 2 + [0]


def test_before_version_14_ports_have_no_kinds():
    sink = sink_of(info(), Library(b"13.0"))  # type: ignore[arg-type]
    assert [port.kind for port in sink.ports] == [PortKind.UNKNOWN] * 2


def test_the_layout_is_that_of_libpulse_on_64_bits():
    if ctypes.sizeof(ctypes.c_void_p) != 8:
        pytest.skip("the figures are those of 64 bits")
    assert (SinkInfo.n_ports.offset, SinkInfo.ports.offset, SinkInfo.active_port.offset) == (376, 384, 392)
    assert ctypes.sizeof(PortInfo) == 40


# In the voice process


def test_a_move_is_silence_and_another_way_out(stage: Stage):
    stage.say(1, "one two", emergency=True)
    stage.say(2, "three")
    stage.work()
    stage.play_to(50)
    first = stage.player
    stage.speaker.move()
    assert first.written == 50, "nothing more leaves by the old way, an emergency sentence neither"
    stage.work()
    assert first.closed
    assert stage.player is not first
    assert "lost" not in told(stage.reports)
    assert stage.play_all() == []


def test_what_was_commanded_before_a_move_was_known_is_not_said(stage: Stage):
    stage.speaker.move()
    stage.say(1, "for one pair of ears")
    stage.work()
    assert stage.player.written == 0
    stage.speaker.go_on()
    stage.say(2, "for the room")
    stage.work()
    assert stage.play_all()[-1] == "done 2"


def test_a_device_that_went_with_the_headphones_does_not_count_as_lost(stage: Stage):
    stage.say(1, "one two")
    stage.work()
    stage.player.stalled = True
    stage.speaker.move()
    stage.work()
    assert "lost" not in told(stage.reports)


# In the app


def test_another_pair_of_headphones_gets_what_was_not_heard(house: House):
    house.tell(HeadphoneChange(True))
    house.say("a", "b")
    house.begins("a")
    house.ends("a")
    house.tell(HeadphoneChange(True))
    assert house.client.said == ["b"]
    assert ("headphones", True) not in house.ear.heard


def test_a_voice_that_is_replaced_knows_whom_it_speaks_to(house: House):
    assert "--headphones" not in house.client.options
    house.tell(HeadphoneChange(True))
    house.client.end()
    house.settle()
    assert len(house.clients) == 2
    assert "--headphones" in house.client.options
    house.say("for one pair of ears")
    house.tell(HeadphoneChange(False))
    assert house.client.said == []
    assert house.ear.heard[-1] == ("headphones", False)


def test_the_first_news_of_headphones_are_no_change(house: House):
    house.say("a")
    house.tell(HeadphoneChange(True))
    assert house.ear.heard == []
    assert house.client.said == ["a"]


def test_headphones_that_come_or_go_are_told_and_forget_what_waits(house: House):
    house.tell(HeadphoneChange(False))
    house.say("a", "b")
    house.begins("a")
    house.tell(HeadphoneChange(True))
    house.tell(HeadphoneChange(True))
    house.ends("a")
    house.tell(HeadphoneChange(False))
    assert house.ear.heard == ["a", ("headphones", True), ("headphones", False)]
    assert not house.narrator.sounding
    assert [type(command) for command in house.client.commands].count(GoOn) == 4
