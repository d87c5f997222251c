"""What every kind of file is made of: strict mappings, and texts by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationError, create_model, model_validator
from pydantic import GetJsonSchemaHandler as JsonHandler
from pydantic_core import InitErrorDetails, core_schema

from workreport.content.schema.fields import Words
from workreport.diagnostics import Message, say

DEFAULT_LANGUAGES = ("zh", "en")
"""Those of a site that names none; the first is that of the source text."""
_NAMES = {"zh": say("Chinese"), "en": say("English")}
_INLINE = "(languages)"
"""No file has a field of this name."""


def languages_of(context: Any) -> tuple[str, ...]:
    """The site's languages, which the reader hands on with each file."""
    return tuple((context or {}).get("languages", DEFAULT_LANGUAGES))


def _kept(languages: Sequence[str]) -> tuple[str, ...]:
    """Languages that a text may have before the site lists them: they wait there, neither shown nor compared."""
    return tuple(code for code in DEFAULT_LANGUAGES if code not in languages)


def language_name(code: str) -> Message:
    """What messages call a language."""
    return _NAMES.get(code) or say("“{code}”", code=code)


def described(code: str, languages: Sequence[str]) -> Message:
    """What a text in one of the languages has to be."""
    name = language_name(code)
    if code == languages[0]:
        return say("The {language} text.", language=name)
    return say("The {language} text: complete, with the same quantities.", language=name)


class Model(BaseModel):
    """What all content models share: no extra fields, no silent conversion, no later change."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


DRAFT = Field(
    default=False, description=say("true: a program wrote this, and nobody has read it yet; a release refuses it.")
)
"""Of whatever a program may draft."""


class Text(Mapping[str, str]):
    """A text by language: in every language of the site, that of the source text first."""

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = dict(words)

    def __getitem__(self, lang: str) -> str:
        return self._words[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def __hash__(self) -> int:
        return hash(tuple(self._words.items()))

    def __repr__(self) -> str:
        return f"Text({self._words})"

    @property
    def source_lang(self) -> str:
        """The language of the source text."""
        return next(iter(self._words))

    @property
    def source(self) -> str:
        """In the language of the source text."""
        return self._words[self.source_lang]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        # Named, so that the JSON Schema of a file says it once and refers to it.
        words = handler.generate_schema(dict[str, Words])
        return core_schema.with_info_wrap_validator_function(cls._validated, words, ref=cls.__name__)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: JsonHandler) -> dict[str, Any]:
        """Editors complete the languages that a site has unless it says otherwise."""
        return handler(_COMPLETED.__pydantic_core_schema__)

    @classmethod
    def _validated(
        cls, value: Any, handler: core_schema.ValidatorFunctionWrapHandler, info: core_schema.ValidationInfo
    ) -> Text:
        """The text, if it has words in the site's languages, and in no other but one that waits to be listed."""
        if isinstance(value, Text):
            return value
        if not isinstance(value, dict):
            return cls(handler(value))  # which refuses it
        languages = languages_of(info.context)
        kept = _kept(languages)
        words: Mapping[str, str] = {}
        problems: list[InitErrorDetails] = []
        try:
            words = handler({code: value[code] for code in (*languages, *kept) if code in value})
        except ValidationError as error:
            problems += [_again(details) for details in error.errors(include_url=False)]
        filled = (info.context or {}).get("filled") and languages[0] in words
        for code in languages:
            if code not in value and not filled:
                problems.append(InitErrorDetails(type="missing", loc=(code,), input=value))
        for key in value:
            if key not in (*languages, *kept):
                problems.append(InitErrorDetails(type="extra_forbidden", loc=(key,), input=value[key]))
        if problems:
            raise ValidationError.from_exception_data("Text", problems)
        # Where texts are filled, one that has no translation yet stands in the words of the source.
        return cls({code: words.get(code) or words[languages[0]] for code in languages})


def _again(details: Any) -> InitErrorDetails:
    return InitErrorDetails(
        type=details["type"], loc=details["loc"], input=details["input"], ctx=details.get("ctx", {})
    )


_COMPLETED = create_model(
    "Text",
    __config__=ConfigDict(title="text in two languages", extra="forbid"),
    __doc__="A text in both languages.",
    **{code: (Words, Field(description=described(code, DEFAULT_LANGUAGES))) for code in DEFAULT_LANGUAGES},  # type: ignore[call-overload]
)


def _listed(schema: dict[str, Any]) -> None:
    """In the JSON Schema, the languages in place of the name that they make."""
    own = schema["properties"].pop(_INLINE)
    at = schema["required"].index(_INLINE)
    schema["required"][at : at + 1] = DEFAULT_LANGUAGES
    for code in DEFAULT_LANGUAGES:
        schema["properties"][code] = {
            "description": f"{own['description']} In {language_name(code)}.",
            "minLength": 1,
            "title": code.title(),
            "type": "string",
        }


class Named(Model):
    """What has a name in every language, each a field of its own beside the others."""

    model_config = ConfigDict(json_schema_extra=_listed)

    name: Text = Field(alias=_INLINE, description=say("The name: in the report's language as the report prints it."))

    @model_validator(mode="before")
    @classmethod
    def _gathered(cls, data: Any, info: core_schema.ValidationInfo) -> Any:
        if not isinstance(data, dict):
            return data
        languages = languages_of(info.context)
        known = (*languages, *_kept(languages))
        rest = {key: value for key, value in data.items() if key not in known}
        return {**rest, _INLINE: {code: data[code] for code in known if code in data}}
