/**
 * Short forms of incident response, delivery and platforms, with their long forms. From the glossaries of Kubernetes,
 * AWS, Google's SRE books, Atlassian, PagerDuty and DORA, and the short names of Kubernetes resources.
 */
export const OPERATIONS_SHORT_FORMS = `
aar = after action review = postmortem
ack = acknowledge = acknowledged = acknowledgement
adr = architecture decision record
apm = application performance monitoring
arn = amazon resource name
ats = automatic transfer switch
bau = business as usual
bc = business continuity
bia = business impact analysis
bom = bill of materials = sbom
bpf = ebpf = packet filter
cdk = cloud development kit
cfn = cloudformation = cloud formation
cfr = change failure rate
ci cd = cicd = continuous integration = delivery pipeline
cm = configmap = config map = configuration management
cmdb = configuration management database
cncf = cloud native computing foundation
coe = correction of error = postmortem
colo = colocation = data center
cri = container runtime interface
csat = customer satisfaction
csi = container storage interface
dcim = data center infrastructure management
dind = docker in docker
dora = devops research and assessment
drp = disaster recovery plan
ds = daemonset = daemon set
dsc = desired state configuration
e2e = end to end
ecr = container registry
efs = elastic file system
eip = elastic ip
emr = elastic mapreduce
eni = elastic network interface
eoc = emergency operations center
eod = end of day
eos = end of support
epo = emergency power off
eta = estimated time
etr = estimated time to restore
faas = function as a service = serverless = lambda
faq = frequently asked questions
fe = front end = frontend
fmea = failure mode and effects analysis
fta = fault tree analysis
ga = general availability
gslb = global server load balancing
gpo = group policy
helm = helm chart
hw = hardware
iaas = infrastructure as a service
ics = incident command system
igw = internet gateway
infra = infrastructure
iot = internet of things
isms = information security management system
itil = service management
itsm = it service management
k3s = lightweight kubernetes
kt = knowledge transfer
kubectl = kubernetes command line
lcm = lifecycle management
lfs = large file storage
lts = long term support
mim = major incident management
msp = managed service provider
mtta = mean time to acknowledge
mttd = mean time to detect = detection time
mttf = mean time to failure
mtti = mean time to identify
mttk = mean time to know
mttm = mean time to mitigate
natgw = nat gateway
netpol = network policy
nfr = non functional requirement
nre = network reliability engineer
o11y = observability
obs = observability
oci = open container initiative
ocp = openshift
okr = objectives and key results
ola = operational level agreement
oncall = on call
ooo = out of office
opex = operating costs
ops = operations
opsec = operational security
orr = operational readiness review
ota = over the air update
otel = opentelemetry = open telemetry
p0 = sev0
p1 = sev1 = priority 1 = critical incident
p2 = sev2 = priority 2
p3 = sev3 = priority 3
p50 = median
p95 = 95th percentile
p99 = 99th percentile = tail latency
paas = platform as a service
pdb = pod disruption budget
pir = post incident review = postmortem
poc = proof of concept
pod = pods = container
preprod = pre production = staging
prod = production
prr = production readiness review
psp = pod security policy
pvc = persistent volume claim
rfo = reason for outage
rma = hardware replacement
rs = replicaset = replica set
rum = real user monitoring
saas = software as a service
sast = static analysis
sbom = software bill of materials
scm = source control = version control
sdk = software development kit
sdlc = software development lifecycle
secops = security operations
sev = severity
sev1 = severity 1
sitrep = status update = situation report
ssm = systems manager
stg = staging = stage environment
swe = software engineer
sysadmin = system administrator = administrator
tco = total cost of ownership
tgw = transit gateway
tps = transactions per second
ttd = time to detect
ttfb = time to first byte
ttm = time to mitigate
ttr = time to recovery = time to resolve
tz = time zone = timezone
uat = user acceptance testing
vcenter = vmware
vdi = virtual desktop
vhost = virtual host
vmotion = live migration
vpa = vertical pod autoscaler
xdr = detection and response
zdt = zero downtime deployment`;
