/** Short forms and their long forms. */
export const SHORT_FORMS = `
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
idp = identity provider
tld = top level domain = domain registry
dnssec = dns security extensions
rps = requests per second = qps = traffic
mtbf = mean time between failures
oob = out of band
fw = firewall
svc = service
repl = replication
lun = storage volume
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
