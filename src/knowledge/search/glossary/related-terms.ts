/** Words with nearly the same meaning in everyday speech and in postmortems. */
export const RELATED = `
outage = downtime = unavailable = down = offline = unreachable
degraded = slow = slowness = latency = performance = sluggish = takes forever = takes long
hang = stuck = frozen = hung = unresponsive = blocked = froze = freezes
crash = crashed = crashes = died = killed = dead
restart = reboot = bounce
failover = fail over = switchover = switch over = promotion
standby = replica = secondary = slave = follower
primary = master = leader
rollback = roll back = revert = reverted
rollout = roll out = release = deploy = deployment = deployed = push
hotfix = hot fix = monkey patch = hot patch
migration = migrate = move = relocation = cutover
backup = backups = snapshot = dump
restore = recovery = recover
disk full = no space left = out of disk = disk space = full disk = enospc
memory leak = leaking memory = memory growth
overload = overloaded = saturated = saturation = overwhelmed
thundering herd = stampede = retry storm = reconnect storm = cache stampede
cascading failure = cascade = domino = cascading
backoff = exponential backoff = retry = retries
timeout = time out = timed out = timeouts
throttle = throttling = rate limit = rate limiting = rate limited
circuit breaker = load shedding = shed load
queue = backlog = queues = piling up = piled up
deadlock = lock contention = deadlocks = locked = lock
split brain = network partition = partition = netsplit
data loss = lost data = lost writes = lost
corruption = corrupted = corrupt
misconfiguration = misconfigured = bad config = wrong config = configuration error
config = configuration = settings = setting
login = log in = sign in = authentication = auth = logon
authorization = authz = permission denied = access denied = forbidden
breach = hacked = intrusion = compromised = compromise = attacker = stolen
leak = leaked = exposed = exposure = disclosure
credentials = secret = secrets = token = password = keys
cert = certificate = certs = x509
expired = expiry = expiration
firewall = port blocked = blocked port = security group
packet loss = dropped packets = lossy
flapping = flap = unstable = intermittent
canary = staged rollout = gradual rollout = phased rollout
load balancer = balancer = loadbalancer = reverse proxy
schema migration = schema change = alter table = table rename
container registry = image registry = docker registry = docker hub
malware = virus = trojan = malicious
on call = oncall = paged
health check = healthcheck = liveness probe = readiness probe = httpchk = heartbeat
connection pool = too many connections = connections = connection limit
capacity = undersized = under provisioned = overcommitted
monitoring = alerting = alert = alerts = pager = observability
alert fatigue = alert noise = noisy alerts = too many alerts
runbook = playbook = procedure = checklist
leap second = clock skew = time drift = backwards time
null pointer = nil pointer = null reference = nullpointerexception
infinite loop = endless loop = loops forever
power outage = power failure = blackout = power loss = power cut
fiber cut = cable cut = fibre cut
reboot loop = boot loop = crash loop = crashloop
cache = caching = cached
upgrade = update = updated = patch = patches
email = mail = e-mail = emails = mails
bounced = bounce = rejected = deferred = spam
website = site = web site = web page = homepage
db server = database server
jump host = bastion = jumpbox
drift = configuration drift = out of sync
quota = limit = limits
delete = deleted = removed = deletion = wiped = dropped
css = stylesheet = stylesheets = assets = static files = javascript
upstream = backend = back end = origin
pegged = maxed out = saturated = 100 percent`;
