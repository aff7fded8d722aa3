/**
 * Ports that belong to one product. After the Service Name and Transport Protocol Port Number Registry of IANA and the
 * documentation of the products. Ports that many products share (3000, 8000, 8080, 8443, 9000) are omitted.
 */
const PORTS = `
21 FTP
22 SSH
25 465 587 SMTP
53 853 DNS
67 68 DHCP
80 HTTP
88 Kerberos
110 995 POP3
111 2049 NFS
123 NTP
143 993 IMAP
161 162 SNMP
179 BGP
389 636 LDAP
443 HTTPS
445 SMB
500 4500 IPsec
514 6514 syslog
873 rsync
1194 OpenVPN
1433 SQL Server
1521 Oracle
1812 1813 RADIUS
1883 8883 MQTT
2003 2004 Graphite
2181 ZooKeeper
2375 2376 Docker
2379 2380 etcd
3128 Squid
3260 iSCSI
3268 3269 Active Directory
3306 33060 MySQL
3389 RDP
4222 NATS
4317 4318 OpenTelemetry
4369 5671 5672 15671 15672 25672 RabbitMQ
4505 4506 Salt
4567 4568 Galera
4646 4647 Nomad
5044 Logstash
5060 5061 SIP
5222 5269 XMPP
5432 PostgreSQL
5601 Kibana
5666 Nagios
5984 CouchDB
5985 5986 WinRM
6379 16379 Redis
6432 PgBouncer
6443 10250 Kubernetes
7000 7001 7199 9042 9160 Cassandra
8020 9870 50070 Hadoop
8086 InfluxDB
8088 YARN
8125 StatsD
8126 Datadog
8140 Puppet
8200 8201 Vault
8300 8301 8302 8500 8501 8502 8600 Consul
8983 Solr
9090 9100 Prometheus
9092 Kafka
9093 Alertmanager
9200 9300 Elasticsearch
9418 Git
10050 10051 Zabbix
11211 Memcached
26257 CockroachDB
26379 Redis Sentinel
27017 27018 27019 MongoDB
28015 RethinkDB
51820 WireGuard`;

const SERVICES_BY_PORT: ReadonlyMap<number, string> = new Map(
  PORTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [, ports = '', service = ''] = /^((?:\d+ )+)(.+)$/.exec(line) ?? [];
      return ports
        .trim()
        .split(' ')
        .map((port) => [Number(port), service] as const);
    }),
);

/** Returns the product that a port belongs to. */
function findServiceByPort(port: number): string | undefined {
  return SERVICES_BY_PORT.get(port);
}

/** A number after a host name, an IP address in brackets, or the word "port". */
const PORT = /(?:\bport["']?[ :=#]{0,3}|(?:[a-z0-9_-]{1,63}|\]|\*)(?::|#))(\d{2,5})(?![\w.:]\w|\w)/gi;
/** The start of a place in source code: `pool.rb:5432`. */
const SOURCE_FILE =
  /\.(?:[chm]|cc|cpp|cs|ex|exs|erl|go|hpp|java|jsx?|json|kt|lua|mjs|php|pl|py|rb|rs|scala|sh|swift|tsx?|vue|ya?ml):\d{1,6}$/i;

/** Finds the ports of addresses in a line that belong to a product. */
export function findKnownPorts(line: string): { readonly port: number; readonly service: string }[] {
  const found = [...line.matchAll(PORT)].flatMap(({ 0: text, 1: digits = '', index }) => {
    const port = Number(digits);
    const service = findServiceByPort(port);
    const isSource = SOURCE_FILE.test(line.slice(Math.max(0, index - 12), index + text.length));
    // "09:31" is a time, unless the number is too large for one.
    const isTime = /(?:^|\D)\d{1,2}:\d{2}$/.test(line.slice(Math.max(0, index - 1), index + text.length));
    return service !== undefined && !isSource && !isTime ? [{ port, service }] : [];
  });
  return found.filter(({ port }, at) => found.findIndex((other) => other.port === port) === at);
}
