"""The emulator has no Data Lifecycle Manager: the policy is recorded with its stack, and there is no API to ask."""

import uuid

from resource_type import is_unknown, register

TYPE = "AWS::DLM::LifecyclePolicy"


def is_needed():
    return is_unknown(TYPE)


def install():
    register(TYPE, create, delete, update)


def create(properties, logical_id, stack_name):
    policy = f"policy-{uuid.uuid4().hex[:17]}"
    return policy, {"Arn": f"arn:aws:dlm:::policy/{policy}"}


def update(policy, old, new):
    return True


def delete(policy, properties):
    pass
