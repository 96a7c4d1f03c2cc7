# Journal entries -> what put-log-events takes, one batch a line: in order of time, under a MiB, within a day.
# The API's lines are JSON already and stay so, which CloudWatch's queries understand; others get their unit's name.

# What is no text comes as its bytes, a field that stands there twice as both values.
def text:
  if type != "array" then . // ""
  elif all(type == "number") then implode
  else map(text) | join(" ")
  end;

def event:
  (.MESSAGE | text) as $text
  | {
      timestamp: (.__REALTIME_TIMESTAMP | tonumber / 1000 | floor),
      message: (if $text | startswith("{") then $text else "\(.SYSLOG_IDENTIFIER // "journal"): \($text)" end)[:16000]
    };

# 26 bytes is what CloudWatch adds to each event.
def size: (.message | utf8bytelength) + 26;

def has_room($event):
  .bytes + ($event | size) < 1000000 and $event.timestamp - .events[0].timestamp < 86000000;

[inputs | event]
| sort_by(.timestamp)
| reduce .[] as $event ([];
    if length > 0 and (last | has_room($event))
    then .[-1] |= { bytes: (.bytes + ($event | size)), events: (.events + [$event]) }
    else . + [{ bytes: ($event | size), events: [$event] }]
    end)
| .[].events
