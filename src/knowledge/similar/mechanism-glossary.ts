/**
 * Mechanisms, the ways in which systems fail, and the words that describe them. A line is the name of a mechanism and
 * its patterns, separated by `;`. A pattern is a row of slots: a sentence matches if it contains one of the words of
 * each slot, in any order and any inflected form (`_` joins the words of a phrase).
 *
 * The mechanisms are those that studies of outages count (Gunawi et al., "Why Does the Cloud Stop Computing?", SoCC
 * 2016; Ghosh et al., "How to fight production incidents?", SoCC 2022; Bronson et al., "Metastable Failures in
 * Distributed Systems", HotOS 2021). What is special to one team belongs in its tags. This is not a list of synonyms:
 * those that a search also looks for are in `search/glossary/related-terms.ts`.
 */
export const MECHANISMS = `
expired certificate or signature: certificate|cert|dnssec|signature|signing|domain|licence|license|subscription expire|expired|expiry|expiration|lapse|renew|renewal|run_out|ran_out
clock or calendar: leap_second; clock|time skew|drift|backward|backwards|jump|monotonic; daylight_saving; time_zone; timestamp|date wrong|bug|rollover|overflow|future
names not resolved: dns|nameserver|resolver|zone fail|failure|error|servfail|nxdomain|resolution|resolve|propagation|serial|query; lookup fail|failure
routing: bgp; routing_update; routing_table; route|routing|prefix|ip_block|ip_range withdraw|withdrawal|announce|announcement|advertise|leak|hijack|loop
filter rule: firewall; iptables; flowspec; acl; rule|filter|blacklist|blocklist|allowlist|policy block|reject|drop|packet|traffic|router|order|entry|match
changed everywhere at once: configuration|config|rule|policy|setting|flag|update|change|release global|globally|worldwide|everywhere|all_region|all_regions|system-wide|network-wide|simultaneous|simultaneously|multiple_regions|most_regions
staged rollout: canary; staged|staggered|incremental|gradual|phased|progressive rollout|deploy|deployment|batch|propagation|push|release|change
configuration change: configuration|config|setting|parameter change|update|wrong|bad|incorrect|incorrectly|misconfiguration|faulty|error|push; misconfigured; misconfiguration
latent bug: latent|dormant|undetected|unseen|undiscovered bug|defect|issue|fault|error|flaw|software
thundering herd: thundering_herd; stampede; reconnect|reconnection; retry|request|connection storm|flood|surge
retries: backoff|back-off; exponential; retry|retries continuously|automatic|again|repeatedly|limit|exhaust|fail|timeout
cascading failure: cascade|cascading; knock-on; domino
too many connections: connection|session maximum|exhaust|exhaustion|saturation|saturate|pool|run_out|starve|too_many; connection_limit
overloaded database: database|db|mysql|postgresql|postgres|mongodb|sql|redis|replica overload|overloaded|overwhelm|load|capacity|cpu|saturate|saturation|slow|struggle|contention|peak
short of capacity: capacity|headroom|quota|undersized insufficient|exceed|exhaust|lack|double|increase|peak|plan|planning|reduce|downgrade|limit
growing queue: queue|backlog grow|full|fill|overload|limit|backlog|build|delay|large|buffer
failover: failover; fail_over; switchover; promote|promotion primary|master|replica|slave; standby|backup activate|activation|switch|automatically
replicas apart: replica|replication|slave|secondary|master|primary diverge|lag|inconsistent|behind|resync|synchronization|resynchronization|propagate|stale|reattach
network partition: network_partition; split-brain; split_brain; quorum; partition network|cluster|node
lock or deadlock: deadlock; lock|semaphore hold|held|queue|wait|acquire|block|conflict|exclusive|table
schema migration: schema_change; schema_migration; alter_table; schema|migration table|lock|rename
full disk: disk|drive|volume|filesystem|file_system|partition|storage full|fill|space|grow|run_out|ran_out
runaway log: log|logging excessive|grow|grew|fill|verbose|debug|disk|bound
memory used up: memory|ram exhaust|exhaustion|consume|run_out|ran_out|fill|oom|grow|grew; out_of_memory
memory safety: buffer|pointer|memory overrun|overflow|freed|free|reuse|recycle|corrupt|bounds; use_after_free
unexpected value: null|nil|negative|empty|blank|invalid|malformed|unknown|unspecified|impossible|unsupported value|field|string|exception|panic|crash|type|record|pointer|range
crash: crash; panic; bugcheck; segfault
endless loop: infinite_loop; endless_loop; loop infinite|endless; never terminate|terminated|stop
race condition: race_condition; concurrent|concurrency error|bug|programming; non-atomic; atomic; timing quirk|bug|issue
wrong number or unit: overflow integer|bit|number|arithmetic|value; conversion|convert|metric|imperial|float|floating|floating-point|arithmetic|rounding bit|measurement|value|calculation|division|overflow; weight|mass|trajectory calculate|calculation|miscalculate|wrong|incorrect|allocate
dead or inherited code: dead|legacy|old|older|inherited|unused|unnecessary|retired|reused|reuse code|flag|routine|software|path; code reuse|carry
uneven deployment: version|deployment|deploy|server|servers|configuration|propagate mismatch|inconsistent|inconsistency|consistency|different|conflicting|uneven|several|fully|partial
clean-up job: cleanup|clean-up|clean_up|garbage_collection|purge|retention delete|remove|removal|deletion|target|job
deleted by mistake: delete|deletion|remove|removal|drop|wipe|overwrite accidental|accidentally|mistake|mistakenly|unintentional|inadvertently|wrong|essential
manual operation: manual|manually|operator|keystroke|button|human error|mistake|wrong|accidental|accidentally|repetitive|step|task|single; human_error; operator_error
data lost or overwritten: overwrite|overwrote|lose|lost|corrupt|wipe|redact data|write|transaction|record|field|value|header|token|table
restored from backup: restore|recover|rebuild backup|snapshot
restarted with wrong state: restart|reboot|boot|start old|stale|wrong|incorrect|reset|corrupt
needed at start: boot|bootstrap|reboot|bootstrapping|launch|start depend|dependency|rely|recognize|unavailable|require|come_online|path
coordination service: service_discovery; consul; zookeeper; etcd; coordination_service
provider failed: provider|third-party_service|third_party_service|vendor|partner|carrier|registry outage|fail|failure|issue|unavailable|down|disruption|breach|compromise|reliability|unstable|filter
text messages and calls: sms; text_message; telephony; telecom; voice_call; carrier
leaked credentials: token|key|secret|credential|password|cookie|session leak|expose|exposure|steal|theft|compromise|access|revoke|rotate|rotation|unauthorized
intrusion: breach; attacker; unauthorized; malware; rootkit; intruder; intrusion; hack
denial of service: ddos; denial_of_service; attack traffic|network|flood
power: power outage|disruption|loss|failure|cut|ups|generator
broken hardware: hardware|dimm|drive|device|router|machine failure|malfunction|fail|faulty|broken|defect|replace
storage volumes: volume|block_storage|ebs stuck|failure|fail|degraded|unavailable|disruption
network congestion: congestion; network|bandwidth overwhelm|lower-capacity|saturate|surge|packet_loss
line or link: leased_line; line|link|circuit|fiber|fibre|cable|optical fail|failure|flap|cut|unstable|intermittent|loss
upgrade changes behaviour: upgrade|update|patch|package break|broke|undocumented|new_version|changed_behaviour|changed_behavior|incompatible
health check: health_check; healthcheck
planned maintenance: maintenance window|plan|planned|scheduled|schedule|extend|routine
done twice: duplicate|repeat|repeatedly|twice charge|email|mail|message|send|sent|announcement
load of a new feature: feature|launch|enable load|traffic|request|dependency|increase
rollback: rollback|revert|roll_back|rolled_back fail|attempt|worse|inadvertently|unsuccessful
scaling: scale|scaling|autoscaling fleet|trigger|automated|activity|group|worker|capacity
lost access: access|permission lose|lost|group|denied|revoke|fail|failure
changed protocol: protocol|http enable|default|new|introduce|mismatch|implementation
parser: parse|parser|parsing
stale copy: stale|outdated|old|expired copy|cache|zone|image|address|data; serve|served|serving stale|outdated|old
cold cache: cold_cache; empty_cache; cache flush|empty|cold|invalidate|warm
tools that fail along: monitoring|dashboard|internal_system|internal_systems|status_page|tooling|tool unavailable|affected|depend|offline|visibility
load balancer: load_balancer; haproxy; load_balancing
`;
