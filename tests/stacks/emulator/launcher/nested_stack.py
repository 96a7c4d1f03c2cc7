"""
Nested stacks are deployed by the engine that deploys root stacks.

The emulator has a second, smaller engine for them, which knows no SAM transform and no dynamic references, deletes
what a DeletionPolicy retains, and leaves behind what a failed nested stack had already made.
"""

import inspect
import time
import uuid

from api_call import call_cloudformation
from ministack.services import cloudformation
from ministack.services.cloudformation import provisioners

NO_UPDATES = "No updates are to be performed"
CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]


def is_needed():
    source = inspect.getsource(provisioners._cfn_nested_stack_deploy)
    return "_apply_transforms" not in source or "_resolve_dynamic_references" not in source


def install():
    provisioners._RESOURCE_HANDLERS["AWS::CloudFormation::Stack"] = {
        "create": create,
        "update": update,
        "delete": delete,
    }


def create(logical_id, properties, parent_name):
    name = f"{parent_name}-{logical_id}-{uuid.uuid4().hex[:12].upper()}"
    stack_id = call_cloudformation("CreateStack", StackName=name, **request(properties))["StackId"]
    parent = cloudformation._stacks[parent_name]
    stack = cloudformation._stacks[name]
    stack["ParentId"] = parent["StackId"]
    stack["RootId"] = parent.get("RootId", parent["StackId"])
    status = wait_until_settled(name)
    if status == "CREATE_COMPLETE":
        return stack_id, outputs(name)
    reason = failure(name, stack_id)
    remove(name)
    raise ValueError(f"Embedded stack {stack_id} was not successfully created: {reason}")


def update(stack_id, old, new, parent_name):
    name = name_of(stack_id)
    try:
        call_cloudformation("UpdateStack", StackName=name, **request(new))
    except Exception as error:
        if NO_UPDATES not in str(error):
            raise
        return stack_id, outputs(name)
    if wait_until_settled(name) != "UPDATE_COMPLETE":
        raise ValueError(f"Embedded stack {stack_id} was not successfully updated: {failure(name, stack_id)}")
    return stack_id, outputs(name)


def delete(stack_id, properties):
    remove(name_of(stack_id))


def remove(name):
    call_cloudformation("DeleteStack", StackName=name)
    status = wait_until_settled(name)
    if status != "DELETE_COMPLETE":
        raise ValueError(f"Embedded stack {name} ended in {status}: {cloudformation._stacks[name]['StackStatusReason']}")


def request(properties):
    parameters = properties.get("Parameters") or {}
    lists = [name for name, value in parameters.items() if isinstance(value, list)]
    if lists:
        raise ValueError(f"expected a string as the nested stack's {lists[0]}, as AWS does, but it is a list")
    return {
        "TemplateURL": properties["TemplateURL"],
        "Parameters": [
            {"ParameterKey": name, "ParameterValue": as_text(value)} for name, value in parameters.items()
        ],
        "Tags": [tag for tag in properties.get("Tags", []) if not tag["Key"].startswith("aws:")],
        "Capabilities": CAPABILITIES,
    }


def as_text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def wait_until_settled(name):
    while True:
        status = cloudformation._stacks[name]["StackStatus"]
        if not status.endswith("_IN_PROGRESS"):
            return status
        time.sleep(0.02)


def name_of(stack_id):
    return next(name for name, stack in cloudformation._stacks.items() if stack["StackId"] == stack_id)


def outputs(name):
    return {f"Outputs.{each['OutputKey']}": each["OutputValue"] for each in cloudformation._stacks[name]["Outputs"]}


def failure(name, stack_id):
    """The reason of the resource that failed first."""
    events = cloudformation._stack_events[stack_id]
    failed = [each for each in events if each["ResourceStatus"].endswith("_FAILED") and each["LogicalResourceId"] != name]
    told = failed or [each for each in events if each["ResourceStatusReason"]]
    return f"{told[0]['LogicalResourceId']}: {told[0]['ResourceStatusReason']}" if told else "no reason was given"
