"""No host boots in the emulator, so what its user data would tell CloudFormation in the end is told for it."""

import re
import threading
import time

from api_call import CallFailed, call_cloudformation

WITHIN_SECONDS = 60


def signal_when_awaited(user_data, instance):
    """Signals success to the resource that the script names, once CloudFormation waits for it."""
    stack = re.search(r"signal-resource --stack-name (\S+)", user_data)
    resource = re.search(r"--logical-resource-id (\S+)", user_data)
    if stack and resource:
        threading.Thread(target=signal, args=(stack[1], resource[1], instance), daemon=True).start()


def signal(stack, resource, instance):
    deadline = time.monotonic() + WITHIN_SECONDS
    while time.monotonic() < deadline:
        try:
            call_cloudformation(
                "SignalResource", StackName=stack, LogicalResourceId=resource, UniqueId=instance, Status="SUCCESS"
            )
            return
        except CallFailed:
            time.sleep(0.1)
