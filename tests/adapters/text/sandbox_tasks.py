"""What a file may make a parser do."""

import os
import time

from sos_audit.errors import RefusedInput


def echo(content, *options):
    yield content.read().decode()
    yield from options


def refuse(content):
    yield 1
    raise RefusedInput("not today", hint="tomorrow")


def fail(content):
    yield 1
    raise ValueError(content.read().decode())


def die(content):
    yield 1
    os.abort()


def eat(content):
    yield len(b"a" * 2**29)


def think(content):
    yield 1
    while True:
        pass


def sleep(content):
    time.sleep(60)
    yield 1


def talk(content):
    yield "a" * 2000
