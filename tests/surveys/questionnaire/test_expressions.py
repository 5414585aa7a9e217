"""The language of conditions is read strictly, and a mistake is told with its column."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.questionnaire.expressions import (
    All,
    Answered,
    Any,
    Compare,
    Count,
    ExpressionError,
    Has,
    Literal,
    Name,
    Not,
    OneOf,
    names,
    parse,
)


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("a in ['x', \"y\"]", OneOf("a", ("x", "y"))),
        ("answered( a )", Answered("a")),
        ("a<=2.5", Compare("<=", Name("a"), Literal(Decimal("2.5")))),
        ("a == -2", Compare("=", Name("a"), Literal(Decimal(-2)))),
        ("'x' in a", Has("x", "a")),
        ("count(a) = 2", Compare("=", Count("a"), Literal(Decimal(2)))),
        (
            "not answered(a) or a in [1] and b != 'x'",
            Any(
                (
                    Not(Answered("a")),
                    All((OneOf("a", (Decimal(1),)), Compare("!=", Name("b"), Literal("x")))),
                )
            ),
        ),
        ("(answered(a) or answered(b)) and answered(c)", None),
    ],
)
def test_conditions_become_trees_with_the_usual_precedence(source: str, tree: object) -> None:
    assert parse(source) == tree or (tree is None and isinstance(parse(source), All))


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("", 1),
        ("a", 2),
        ("a in []", 7),
        ("a in ['x'", 10),
        ("a < ", 5),
        ("a ; b", 3),
        ("answered(and)", 10),
        ("a = 'x", 5),
        ("a = 1 b", 7),
        ("__import__('os')", 11),
        ("2 in a", 6),
        ("(" * 200 + "answered(a)" + ")" * 200, 41),
    ],
)
def test_a_mistake_is_told_with_its_column(source: str, column: int) -> None:
    with pytest.raises(ExpressionError) as told:
        parse(source)
    assert told.value.column == column


@given(st.text(alphabet="ab'\"[](),<>=! 1.-andoritcu_å", max_size=60))
def test_nothing_a_person_can_write_raises_anything_else(source: str) -> None:
    try:
        tree = parse(source)
    except ExpressionError as error:
        assert 1 <= error.column <= len(source) + 1  # noqa: PT017 - the other branch is as good
    else:
        assert all(name.isidentifier() for name, _ in names(tree))


def test_every_question_and_expected_option_is_named() -> None:
    tree = parse("a in ['x'] and not ('y' in b or c = 'z') and count(d) > 1 and e < f")
    assert list(names(tree)) == [
        ("a", ("x",)),
        ("b", ("y",)),
        ("c", ("z",)),
        ("d", ()),
        ("e", ()),
        ("f", ()),
    ]
