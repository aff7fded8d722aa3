/** Systems and products, with their short forms. */
export const PRODUCTS = `
kubernetes = k8s = kube = kubernets = kuberentes
postgresql = postgres = pg = psql = pgsql = postgre = postgress = postgressql
mysql = mariadb = mysqld
mongodb = mongo = mongod = mdb
elasticsearch = elastic search = es = elastisearch = opensearch
redis = reddis = valkey
rabbitmq = rabbit = rabbit mq = rmq
kafka = kafak = apache kafka
zookeeper = zk = zoo keeper
cassandra = scylla = scylladb
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
ebs = elastic block store = block storage = elastic block storage
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
