"""The emulator sends failed asynchronous invocations to their destination, and passes over the successful ones."""

import contextvars
import inspect
import json
import uuid
from datetime import datetime, timezone

from ministack import app
from ministack.services import lambda_svc, sqs

# How often the asynchronous invocation that runs in this context was tried; unset in a synchronous one.
_tries = contextvars.ContextVar("tries", default=None)


def is_needed():
    return "OnSuccess" not in inspect.getsource(lambda_svc.invoke_async_with_retry)


def install():
    invoke, execute = lambda_svc.invoke_async_with_retry, lambda_svc._execute_function

    def invoke_and_tell(function, event):
        # The thread that invokes runs in a copy of this context.
        token = _tries.set([])
        try:
            invoke(function, event)
        finally:
            _tries.reset(token)

    def execute_and_tell(function, event, *args, **kwargs):
        result = execute(function, event, *args, **kwargs)
        tries = _tries.get()
        if tries is not None:
            tries.append(event)
            if not result.get("error"):
                tell(function, event, result, len(tries))
        return result

    lambda_svc.invoke_async_with_retry = invoke_and_tell
    lambda_svc._execute_function = execute_and_tell


def tell(function, event, result, tries):
    """Puts Lambda's record of a success on the queue that the function names for it."""
    config = function.get("config") or function
    settings = function.get("event_invoke_config") or (function.get("event_invoke_configs") or {}).get("$LATEST") or {}
    destination = (settings.get("DestinationConfig") or {}).get("OnSuccess", {}).get("Destination")
    queue = destination and sqs._queue_by_arn(destination)
    if not queue:
        return
    record = {
        "version": "1.0",
        "timestamp": datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "requestContext": {
            "requestId": str(uuid.uuid4()),
            "functionArn": f"{config['FunctionArn']}:$LATEST",
            "condition": "Success",
            "approximateInvokeCount": tries,
        },
        "requestPayload": event,
        "responseContext": {"statusCode": 200, "executedVersion": "$LATEST"},
        "responsePayload": payload(result),
    }
    message = {"QueueUrl": queue["url"], "MessageBody": json.dumps(record)}
    headers = {"x-amz-target": "AmazonSQS.SendMessage", "content-type": "application/x-amz-json-1.0"}
    app.call_service_handler_sync(sqs.handle_request, "POST", "/", headers, json.dumps(message).encode(), {})


def payload(result):
    body = result.get("body")
    return json.loads(body) if isinstance(body, (str, bytes)) else body
