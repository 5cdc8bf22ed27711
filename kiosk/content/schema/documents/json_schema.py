"""The table of fields as JSON Schema, so that editors can help during typing.

The first line of a content file names its schema (`first_line`); the schemas are in `content/schemas`. An editor reads
`911` as a number and `no` as false where the kiosk reads text, so both are allowed.
"""

import json

from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.fields import FILES
from kiosk.content.schema.forms import LANGUAGE

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The dialect that most editors support."""

FOLDER = "schemas"
"""Inside the content folder."""

Schema = dict[str, object]


def first_line(kind: str, depth: int) -> str:
    """Return the line that names the schema in a file of this kind, `depth` folders below the content folder."""
    return f"# yaml-language-server: $schema={'../' * depth}{FOLDER}/{kind}.schema.json"


def as_text(schema: Schema) -> str:
    """Return the text of the schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def schemas() -> dict[str, Schema]:
    """Return file name → schema, for each kind of content file."""
    return {
        f"{kind.name}.schema.json": {"$schema": DIALECT, "title": kind.group.help} | _group(kind.group)
        for kind in FILES
    }


def schema_of(field: Field) -> Schema:
    """Return the schema of one field, with its help."""
    schema: Schema = {"description": field.help}
    if field.example and field.kind in (Kind.TEXT, Kind.DATE, Kind.MOMENT):
        schema["examples"] = [field.example]
    match field.kind:
        case Kind.GROUP if field.alone:
            return schema | {"anyOf": [_text(field.named(field.alone)), _group(field)]}
        case Kind.GROUP:
            return schema | _group(field)
        case Kind.LIST:
            return schema | _list(field)
        case Kind.BY_LANGUAGE:
            assert field.member is not None  # the table gives every such field one
            words = _text(field.member)
            by_language = {
                "type": "object",
                "additionalProperties": words,
                "propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"},
            }
            return schema | {"anyOf": [words, by_language]}
        case Kind.NUMBER:
            return schema | {"type": "integer", "minimum": field.least, "maximum": field.most}
        case Kind.DATE:
            return schema | {"type": "string", "format": "date"}
        case Kind.MOMENT:
            return schema | {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}( +[0-9]{1,2}:[0-9]{2})?$"}
        case _:
            return schema | _text(field)


def _text(field: Field) -> Schema:
    """Return the schema of a text, which an editor may take for a number or a boolean."""
    if field.allowed:
        return {"enum": list(field.allowed)}
    schema: Schema = {"type": ["string", "number", "boolean"], "minLength": field.least}
    if field.most:
        schema["maxLength"] = field.most
    if field.form:
        schema["pattern"] = f"^(?:{field.form.pattern})$"
    return schema


def _list(field: Field) -> Schema:
    """Return the schema of a list and its members."""
    assert field.member is not None  # the table gives every list one
    schema: Schema = {"type": "array", "minItems": field.least, "items": schema_of(field.member)}
    if field.most:
        schema["maxItems"] = field.most
    if field.unique:
        schema["uniqueItems"] = True
    return schema


def _group(field: Field) -> Schema:
    """Return the schema of named lines."""
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {each.name: schema_of(each) for each in field.fields},
    }
    required = [each.name for each in field.fields if each.required]
    if required:
        schema["required"] = required
    if field.one_of:
        schema["anyOf"] = [{"required": [name]} for name in field.one_of]
    conditions = dict.fromkeys(each.required_when for each in field.fields if each.required_when)
    if conditions:
        schema["allOf"] = [_condition(field, *condition) for condition in conditions]
    return schema


def _condition(field: Field, name: str, value: str) -> Schema:
    """Return what is required only if the field `name` has the value `value`."""
    needed = [each.name for each in field.fields if each.required_when == (name, value)]
    return {
        "if": ({"properties": {name: {"const": value}}} if value else {}) | {"required": [name]},
        "then": {"required": needed},
    }
