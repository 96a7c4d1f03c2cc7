"""
Where the emulator enforces policies, a condition on the namespace of metrics holds for those of that namespace. The
emulator knows no such condition, and so refuses all.
"""

import inspect

from ministack.core import iam_actions

KEY = "cloudwatch:namespace"


def is_needed():
    return KEY not in inspect.getsource(iam_actions)


def install():
    context_of = iam_actions.request_tag_context

    def context_with_namespace(service, action, body, parameters):
        context = context_of(service, action, body, parameters)
        if not action.endswith(":PutMetricData"):
            return context
        namespace = parameters.get("Namespace", "")
        return {**(context or {}), KEY: namespace[0] if isinstance(namespace, list) else namespace}

    iam_actions.request_tag_context = context_with_namespace
