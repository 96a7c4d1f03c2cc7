"""Registers a resource type with the emulator's CloudFormation."""

from ministack.services.cloudformation import provisioners

# What Fn::GetAtt reads, by physical id; an update that changes nothing asks for it again.
_attributes = {}


def is_unknown(name):
    return name not in provisioners._RESOURCE_HANDLERS


def register(name, create, delete, update=None, snapshot=None):
    """
    create(properties, logical_id, stack_name) returns the physical id and the attributes; delete(physical_id,
    properties) undoes it; update(physical_id, old, new) changes in place what the type changes in place and returns
    whether it could. What cannot be changed in place is replaced.
    """

    def create_resource(logical_id, properties, stack_name):
        physical_id, attributes = create(properties, logical_id, stack_name)
        _attributes[physical_id] = attributes
        return physical_id, attributes

    def update_resource(physical_id, old, new, stack_name, logical_id):
        if update is not None and update(physical_id, old, new):
            return physical_id, _attributes[physical_id]
        # The engine deletes the predecessor when the update is complete, and the successor when it is not.
        return create_resource(logical_id, new, stack_name)

    def delete_resource(physical_id, properties):
        delete(physical_id, properties)
        _attributes.pop(physical_id, None)

    provisioners._RESOURCE_HANDLERS[name] = {
        "create": create_resource,
        "update": update_resource,
        "update_with_logical_id": True,
        "delete": delete_resource,
        **({"snapshot": snapshot} if snapshot else {}),
    }


def differ_only_in(names, old, new):
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)} <= set(names)


def tag_specification(kind, properties, *more):
    """The TagSpecifications of an API call for the Tags of a resource."""
    tags = [{"Key": tag["Key"], "Value": str(tag["Value"])} for tag in [*properties.get("Tags", []), *more]]
    return [{"ResourceType": kind, "Tags": tags}] if tags else None
