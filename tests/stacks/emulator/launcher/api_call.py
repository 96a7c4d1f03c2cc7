"""Calls of the emulator's own services, so that a resource does exactly what its API call does."""

from functools import cache
from urllib.parse import urlencode

from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.parsers import create_parser
from botocore.serialize import create_serializer
from ministack import app
from ministack.services import ec2
from ministack.services import cloudformation


def call_ec2(action, **parameters):
    """An EC2 call, answered at once: these handlers wait for nothing. Takes and returns what boto3 does."""
    body = _serialize("ec2", action, parameters)
    return _parse("ec2", action, ec2._ACTION_MAP[action]({name: [value] for name, value in body.items()}))


def call_cloudformation(action, **parameters):
    """A CloudFormation call. Only from a worker thread: the handler runs on the emulator's loop."""
    body = urlencode(_serialize("cloudformation", action, parameters)).encode()
    answer = app.call_service_handler_sync(cloudformation.handle_request, "POST", "/", {}, body, {})
    return _parse("cloudformation", action, answer)


def s3_body(action, **parameters):
    """The body of an S3 request."""
    model = _model("s3")
    request = create_serializer(model.protocol).serialize_to_request(
        {"Bucket": "any", **parameters}, model.operation_model(action)
    )
    return request["body"]


class CallFailed(Exception):
    pass


@cache
def _model(service):
    return ServiceModel(Loader().load_service_model(service, "service-2"), service)


def _serialize(service, action, parameters):
    model = _model(service)
    given = {name: value for name, value in parameters.items() if value is not None}
    request = create_serializer(model.protocol).serialize_to_request(given, model.operation_model(action))
    return {name: str(value) for name, value in request["body"].items()}


def _parse(service, action, answer):
    status, headers, body = answer
    response = {"status_code": status, "headers": headers, "body": body if isinstance(body, bytes) else body.encode()}
    model = _model(service)
    parsed = create_parser(model.protocol).parse(response, model.operation_model(action).output_shape)
    if status >= 400:
        raise CallFailed(f"{action}: {parsed['Error']['Message']}")
    return parsed
