"""Rules of a security group that are resources of their own."""

from api_call import call_ec2
from resource_type import is_unknown, register

INGRESS = "AWS::EC2::SecurityGroupIngress"
EGRESS = "AWS::EC2::SecurityGroupEgress"


def is_needed():
    return is_unknown(INGRESS) and is_unknown(EGRESS)


def install():
    for name, direction in ((INGRESS, "Ingress"), (EGRESS, "Egress")):
        register(name, authorize(direction), revoke(direction))


def authorize(direction):
    def create(properties, logical_id, stack_name):
        answer = call_ec2(
            f"AuthorizeSecurityGroup{direction}", GroupId=properties["GroupId"], IpPermissions=[permission(properties)]
        )
        rule = answer["SecurityGroupRules"][0]["SecurityGroupRuleId"]
        return rule, {"Id": rule}

    return create


def revoke(direction):
    def delete(rule, properties):
        call_ec2(f"RevokeSecurityGroup{direction}", GroupId=properties["GroupId"], IpPermissions=[permission(properties)])

    return delete


def permission(properties):
    """The IpPermission of an API call for a rule's properties."""
    described = {"Description": properties["Description"]} if "Description" in properties else {}
    one = {"IpProtocol": str(properties["IpProtocol"])}
    for port in ("FromPort", "ToPort"):
        if port in properties:
            one[port] = int(properties[port])
    if "CidrIp" in properties:
        one["IpRanges"] = [{"CidrIp": properties["CidrIp"], **described}]
    for group in ("SourceSecurityGroupId", "DestinationSecurityGroupId"):
        if group in properties:
            one["UserIdGroupPairs"] = [{"GroupId": properties[group], **described}]
    for prefix_list in ("SourcePrefixListId", "DestinationPrefixListId"):
        if prefix_list in properties:
            one["PrefixListIds"] = [{"PrefixListId": properties[prefix_list], **described}]
    return one
