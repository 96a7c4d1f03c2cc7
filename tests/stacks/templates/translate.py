"""Prints the checkout's templates as one JSON object: as they are written, and as AWS's SAM transform turns them out.

Arguments: the checkout, then the templates as paths below it. Settings of samconfig.toml come along under "settings".
"""

import copy
import json
import sys
from pathlib import Path

import tomlkit
from samcli.lib.translate.sam_template_validator import SamTemplateValidator
from samcli.yamlhelper import yaml_parse

# Only asked for the ARN format of managed policies; nothing is called.
REGION = "us-east-1"


class NoManagedPolicies:
    """Policies are named by ARN in these templates, so IAM need not be asked for a list of names."""

    def load(self):
        return {}


def translate(source):
    if "Transform" not in source:
        return source
    validator = SamTemplateValidator(copy.deepcopy(source), NoManagedPolicies(), region=REGION)
    return yaml_parse(validator.get_translated_template_if_valid())


def main():
    checkout = Path(sys.argv[1])
    templates = {}
    for name in sys.argv[2:]:
        source = yaml_parse((checkout / name).read_text())
        templates[name] = {"source": source, "translated": translate(source)}
    settings = tomlkit.parse((checkout / "samconfig.toml").read_text()).unwrap()
    json.dump({"templates": templates, "settings": settings}, sys.stdout, default=str)


main()
