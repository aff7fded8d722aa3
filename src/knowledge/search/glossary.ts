/**
 * What operations people call things: names that mean the same, one group in a line, the plainest first.
 * General on purpose: what is special to one team stands in the aliases of its vocabularies.
 */

/** Systems and products, with short forms and frequent misspellings. */
const PRODUCTS = `
kubernetes = k8s = kube = kubernets = kuberentes
postgresql = postgres = pg = psql = pgsql = postgre = postgress = postgressql
mysql = mariadb = mysqld
mongodb = mongo = mongod = mdb
elasticsearch = elastic search = es = elastisearch = opensearch
redis = reddis = valkey
rabbitmq = rabbit = rabbit mq = rmq
kafka = kafak = apache kafka
zookeeper = zk = zoo keeper
cassandra = c* = scylla
memcached = memcache
sql server = mssql = ms sql
dynamodb = dynamo = ddb
consul = hashicorp consul
vault = hashicorp vault
terraform = tf = opentofu
ansible = ansible playbook
nginx = engine x = ngnix = nginix
apache = httpd = apache2
haproxy = ha proxy
varnish = vcl
envoy = istio = service mesh
docker = containerd = dockerd
jenkins = hudson
github actions = gha
gitlab = gitlab ci
git = version control = vcs
aws = amazon web services = amazon
gcp = google cloud = google cloud platform = gcloud
azure = microsoft azure
cloudflare = cf = cloud flare
ec2 = elastic compute cloud
s3 = simple storage service = object storage
ebs = elastic block store = block storage
rds = relational database service
elb = elastic load balancing = alb = nlb
sqs = simple queue service
sns = simple notification service
sts = security token service
ecs = elastic container service
eks = elastic kubernetes service
iam = identity and access management
gce = google compute engine = compute engine
gke = google kubernetes engine
gcs = google cloud storage
gae = app engine = google app engine
gclb = google cloud load balancing
aks = azure kubernetes service
active directory = azure ad = ldap
prometheus = prom = alertmanager
grafana = garfana
graphite = statsd
datadog = dd
new relic = newrelic
pagerduty = pager duty = opsgenie
elk = elasticsearch logstash kibana
ruby on rails = rails = ror
node.js = nodejs = node js
jvm = java virtual machine
php-fpm = php fpm
ubuntu = debian
linux = kernel
windows = win32
xen = hypervisor = kvm
vmware = esxi = vsphere
ssh = secure shell = sshd
cron = crontab = cron job = cronjob
systemd = systemctl
supervisor = supervisord
bind = bind9 = named
postfix = sendmail = exim
hadoop = hdfs = hbase
spark = apache spark
snowflake = data warehouse = dwh
twilio = sms gateway
juniper = junos
cisco = ios xe`;

/** Short forms and what they stand for. */
const SHORT_FORMS = `
spof = single point of failure
ha = high availability = highly available = redundancy = redundant
dr = disaster recovery
bcp = business continuity plan
sla = service level agreement
slo = service level objective = error budget
sli = service level indicator
rca = root cause analysis = postmortem = root cause
mttr = time to recover
rto = recovery time objective
rpo = recovery point objective = data loss
sre = site reliability engineering
noc = network operations center
ic = incident commander
sop = runbook = standard operating procedure = playbook
lb = load balancer = load balancing
vip = virtual ip = floating ip
cdn = content delivery network
dns = domain name system = name resolution = nameserver
ns = name server = nameserver
ttl = time to live
cname = dns record
rr = round robin
tls = ssl = certificate
ca = certificate authority
ocsp = certificate revocation = crl
mtls = mutual tls
hsm = hardware security module
kms = key management service
vpn = virtual private network
vpc = virtual private cloud
nat = network address translation
acl = access control list = firewall rules = firewall
sg = security group
waf = web application firewall
iptables = firewall = netfilter
rbac = role based access control = permissions
mfa = two factor authentication = 2fa = multi factor authentication
sso = single sign on
saml = single sign on
oidc = openid connect
jwt = json web token = access token
pat = personal access token
cve = vulnerability = security advisory
rce = remote code execution
xss = cross site scripting
ddos = denial of service = dos = distributed denial of service
mitm = man in the middle
bgp = border gateway protocol = routing
asn = autonomous system
ospf = routing protocol
as path = bgp
vlan = virtual lan
mtu = packet size
arp = address resolution protocol
lag = link aggregation
nic = network interface = network card
tor = top of rack
isp = internet service provider = carrier = transit provider
pop = point of presence
ix = internet exchange = peering
qos = quality of service
rtt = round trip time = latency
tcp = transmission control protocol
udp = user datagram protocol
http = hypertext transfer protocol
rpc = remote procedure call = grpc
api = application programming interface
ws = websocket = websockets
cors = cross origin
io = i/o = disk io = iops
cpu = processor = cores
gpu = graphics processor
fpu = floating point unit = floating point
ram = memory
ssd = solid state
hdd = hard disk = hard drive
raid = disk array
nfs = network file system = file server
san = storage area network
nas = network attached storage
az = availability zone
asg = auto scaling group = autoscaling = auto scaling
ami = machine image = vm image
vm = virtual machine = virtual machines
vps = virtual private server = virtual server
hpa = horizontal pod autoscaler = autoscaling
pv = persistent volume = pvc
cni = container network interface
crd = custom resource definition
ci = continuous integration = build server
cd = continuous delivery = continuous deployment
iac = infrastructure as code
pr = pull request = merge request
ff = feature flag = feature toggle = feature flags
db = database = databases
rdbms = relational database
wal = write ahead log = write ahead logs
pitr = point in time recovery
ddl = schema change = schema migration
fk = foreign key
pk = primary key
orm = object relational mapper
gc = garbage collection = garbage collector
oom = out of memory = oom killer = memory exhaustion = ran out of memory
npe = null pointer = null pointer exception = nil pointer
segv = segmentation fault = segfault = sigsegv
fd = file descriptor = file descriptors = open files
pid = process id = pid file
ups = uninterruptible power supply = battery
pdu = power distribution unit = power supply
hvac = cooling = air conditioning
dc = data center = datacenter = data centre
idc = data center
bmc = ipmi = remote console
os = operating system
fs = filesystem = file system
ntp = network time protocol = clock = time synchronization
dst = daylight saving time = time zone
mq = message queue = message broker = queue
amqp = message broker
dlq = dead letter queue
smtp = mail server = email
mta = mail server = mail transfer agent
dkim = mail authentication = spf = dmarc
rbl = blacklist = blocklist = spam list
xmpp = jabber = chat server
sms = text message = text messages
voip = telephony = sip
cms = content management system
pci = card data
pii = personal data = personal information = private information
etl = data pipeline
ml = machine learning
qa = quality assurance = testing
eol = end of life = end of support
plc = programmable logic controller = control system
vrrp = keepalived
ide = editor
ui = user interface
ux = user interface
eu = europe
us = united states
uk = united kingdom
os patches = security updates = patches`;

/** Words that are used for much the same, in everyday speech and in postmortems. */
const RELATED = `
outage = downtime = unavailable = down = offline = unreachable
degraded = slow = slowness = latency = performance = sluggish = takes forever = takes long
hang = stuck = frozen = hung = unresponsive = blocked
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
load balancer = balancer = loadbalancer
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

export interface GlossaryGroup {
  readonly names: readonly string[];
  /** `product`: the name of a system; `short-form`; `related`: nearly the same, so it counts less. */
  readonly type: 'product' | 'short-form' | 'related';
}

export const GLOSSARY: readonly GlossaryGroup[] = [
  ...groups(PRODUCTS, 'product'),
  ...groups(SHORT_FORMS, 'short-form'),
  ...groups(RELATED, 'related'),
];

function groups(lines: string, type: GlossaryGroup['type']): GlossaryGroup[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => ({ names: line.split(' = '), type }));
}
