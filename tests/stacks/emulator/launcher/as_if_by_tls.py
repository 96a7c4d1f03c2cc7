"""
Requests count as made by TLS, though tests speak plain HTTP on the loopback device. Where the emulator enforces
policies (AUTH=true), those that refuse plain HTTP would refuse every request there is.
"""

import inspect

from ministack.core import iam_evaluator


def is_needed():
    return "ctx.secure_transport" in inspect.getsource(iam_evaluator._resolve_condition_key)


def install():
    resolve = iam_evaluator._resolve_condition_key

    def resolve_as_if_by_tls(key, context):
        return "true" if key.lower() == "aws:securetransport" else resolve(key, context)

    iam_evaluator._resolve_condition_key = resolve_as_if_by_tls
