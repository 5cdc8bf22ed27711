"""Only a browser on this machine that was given the code can see or change anything."""

from __future__ import annotations

import pytest

from kiosk.editor.browser.guard import LARGEST_BODY
from kiosk.editor.browser.pairing import IDLE_SECONDS, MOST_WRONG, WAIT_SECONDS
from tests.content.sample_clinic import CLINIC, ClinicFolder
from tests.editor.browser.conftest import Desk
from tests.editor.browser.visitor import HOST, Visitor

PAGES = ("/", "/topics", "/review", "/form/notice", "/form/clinic", "/form/words", "/form/en/signs")


@pytest.mark.parametrize("address", [*PAGES, "/nowhere/at/all"])
def test_without_the_code_nothing_of_the_clinic_is_seen(desk: Desk, address: str):
    page = desk.visitor().get(address)
    assert page.status in (401, 404)
    assert "Harbor" not in page.body
    assert "The signs" not in page.body


def test_a_code_works_once(desk: Desk):
    first, second = desk.visitor(), desk.visitor()
    code = desk.codes[-1]
    assert first.post("/pair", {"code": code.replace(" ", "-"), "name": "Ana"}).status == 303
    assert first.get("/").status == 200
    assert second.post("/pair", {"code": code, "name": "Ana"}).status == 403
    assert second.get("/").status == 401
    assert desk.codes[-1] != code


def test_after_a_few_wrong_codes_not_even_the_right_one_is_taken_for_a_while(desk: Desk):
    visitor = desk.visitor()
    for _ in range(MOST_WRONG):
        page = visitor.post("/pair", {"code": "1", "name": "Ana"})
    assert page.status == 429
    assert visitor.post("/pair", {"code": desk.codes[-1], "name": "Ana"}).status == 429
    desk.now += WAIT_SECONDS
    assert visitor.post("/pair", {"code": desk.codes[0], "name": "Ana"}).status == 403
    assert visitor.post("/pair", {"code": desk.codes[-1], "name": "Ana"}).status == 303


def test_the_cookie_is_kept_from_scripts_and_from_other_web_sites(desk: Desk):
    answer = desk.visitor().post("/pair", {"code": desk.codes[-1], "name": "Ana"})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_browser_that_is_left_alone_has_to_be_paired_again(desk: Desk, visitor: Visitor):
    desk.now += IDLE_SECONDS - 1
    assert visitor.get("/").status == 200
    desk.now += IDLE_SECONDS + 1
    assert visitor.get("/").status == 401


def test_the_editor_can_be_closed_in_the_browser(visitor: Visitor):
    token = visitor.get("/form/clinic").fields["token"]
    assert visitor.post("/out", {"token": token}).status == 200
    assert visitor.get("/").status == 401


@pytest.mark.parametrize("address", ["/form/clinic", "/form/en/signs", "/notice/end", "/out"])
@pytest.mark.parametrize("token", ["", "wrong", "é"])
def test_a_form_that_the_editor_has_not_made_changes_nothing(
    visitor: Visitor, folder: ClinicFolder, address: str, token: str
):
    fields = visitor.get("/form/clinic").fields | {"token": [token], "phone": ["1"], "do": ["save"]}
    assert visitor.post(address, fields).status == 403
    assert (folder.path / "clinic.yaml").read_text() == CLINIC
    assert visitor.get("/").status == 200


@pytest.mark.parametrize("host", ["", "127.0.0.1", "127.0.0.1:80", "evil.example:8484", "0.0.0.0:8484"])
def test_a_web_site_cannot_reach_the_editor_under_a_name_of_its_own(visitor: Visitor, host: str):
    assert visitor.get("/", HTTP_HOST=host).status == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:8484", "http://127.0.0.1:80"])
def test_a_form_of_another_web_site_is_refused(visitor: Visitor, origin: str):
    fields = visitor.get("/form/clinic").fields
    assert visitor.post("/form/clinic", fields, HTTP_ORIGIN=origin).status == 403
    assert visitor.post("/form/clinic", fields, HTTP_ORIGIN=f"http://{HOST}").status == 200


@pytest.mark.parametrize(
    ("environ", "status"),
    [
        ({"CONTENT_LENGTH": str(LARGEST_BODY + 1)}, 413),
        ({"CONTENT_LENGTH": ""}, 411),
        ({"CONTENT_LENGTH": "-1"}, 411),
        ({"CONTENT_TYPE": "text/plain"}, 415),
        ({"CONTENT_TYPE": "multipart/form-data; boundary=x"}, 415),
        ({"REQUEST_METHOD": "PUT"}, 405),
        ({"REQUEST_METHOD": "DELETE"}, 405),
    ],
)
def test_what_no_form_sends_is_refused_unread(visitor: Visitor, environ: dict[str, str], status: int):
    assert visitor.post("/form/clinic", {"a": "b"}, **environ).status == status


def test_far_too_many_boxes_are_not_read(visitor: Visitor):
    fields = visitor.get("/form/clinic").fields | {f"x{number}": ["y"] for number in range(6000)}
    assert visitor.post("/form/clinic", fields).status == 403


@pytest.mark.parametrize("address", [*PAGES, "/style.css", "/nowhere"])
def test_every_answer_allows_nothing_but_its_own_style_and_forms(visitor: Visitor, address: str):
    headers = visitor.get(address).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; form-action 'self'")
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("address", ["/form/../clinic", "/form/en/..%2fclinic", "/form/en/nothing", "/form/zz/signs"])
def test_no_other_file_can_be_opened(visitor: Visitor, address: str):
    assert visitor.get(address).status == 404
