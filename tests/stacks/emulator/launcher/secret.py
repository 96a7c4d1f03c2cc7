"""
A secret is referred to by its ARN, as on AWS, and not by its name: policies name it so. And a generated one has the
characters that were asked for: the emulator knows nothing of ExcludePunctuation.
"""

import string

from ministack.services import secretsmanager
from ministack.services.cloudformation import provisioners

TYPE = "AWS::SecretsManager::Secret"


def is_needed():
    generated = provisioners._sm_secret_string({"GenerateSecretString": {"PasswordLength": 500, "ExcludePunctuation": True}})
    return not generated.isalnum()


def install():
    handlers = provisioners._RESOURCE_HANDLERS[TYPE]

    def create(logical_id, properties, stack_name):
        _, attributes = provisioners._sm_secret_create(logical_id, without_punctuation(properties), stack_name)
        return attributes["Arn"], attributes

    def update(arn, old, new, stack_name, logical_id=None):
        old, new = without_punctuation(old), without_punctuation(new)
        _, attributes = provisioners._sm_secret_update(name_of(arn), old, new, stack_name, logical_id)
        return attributes["Arn"], attributes

    def delete(arn, properties):
        provisioners._sm_secret_delete(name_of(arn), properties)

    handlers.update(create=create, update=update, delete=delete)


def without_punctuation(properties):
    wanted = properties.get("GenerateSecretString") or {}
    if str(wanted.get("ExcludePunctuation", False)).lower() != "true":
        return properties
    excluded = wanted.get("ExcludeCharacters", "") + string.punctuation
    return {**properties, "GenerateSecretString": {**wanted, "ExcludeCharacters": excluded}}


def name_of(arn):
    return next((name for name, secret in secretsmanager._secrets.items() if secret["ARN"] == arn), arn)
