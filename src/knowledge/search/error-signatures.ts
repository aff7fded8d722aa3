/**
 * Well-known error lines, and the words that postmortems use for them. The patterns come from the programs themselves
 * (errno(3), the SQLSTATE codes of PostgreSQL, HTTP and SMTP status codes, the messages of nginx, HAProxy, Redis,
 * MySQL, Kubernetes …), not from single incidents.
 */

export interface ErrorSignature {
  /** The meaning, as shown to the reader. */
  readonly name: string;
  readonly pattern: RegExp;
  /** Words and phrases to search for. */
  readonly means: readonly string[];
}

/** One signature per line: name | pattern | words and phrases to search for, separated by commas. */
const SIGNATURE_LINES = String.raw`
too many open files | \bE[MN]FILE\b|too many open files|errno[ :=]*2[34]\b|\(2[34]: Too many|RLIMIT_NOFILE | too many open files, file limit, file descriptor, open files, ulimit
disk full | \bENOSPC\b|no space left on device|disk (?:is )?full|not enough (?:free )?space|disk quota exceeded|\bEDQUOT\b|insufficient disk|high disk watermark|could not extend file | disk full, disk space, filesystem full, out of disk, disk
out of memory | \bOOM[ -]?Kill|out of memory|OutOfMemory|oom-killer|oom_reaper|cannot allocate memory|\bENOMEM\b|heap out of memory|exit(?:ed with)?(?: code| status)?[ :=]*137\b|memory cgroup|std::bad_alloc|MemoryError|GC overhead limit|allocation failed | out of memory, memory leak, memory
segmentation fault | segmentation fault|segfault|\bSIGSEGV\b|signal 11\b|core dumped|access violation|general protection|\bSIGABRT\b | segfault, segmentation fault, crash
null pointer | NullPointerException|nil pointer dereference|null pointer|NullReferenceException|undefined method .* for nil|Cannot read propert(?:y|ies) of (?:undefined|null)|NoneType' object|is not a function | null pointer, null pointer exception, crash
kernel error | kernel panic|soft lockup|hung_task|blocked for more than \d+ seconds|BUG: unable to handle|Oops:|machine check|bugcheck|stop code | kernel panic, kernel, cpu soft lockup, bugcheck
connection refused | ECONNREFUSED|connection refused|CannotConnectError|ConnectionRefused|could not connect to server | connection refused, not running, service down, crash, unavailable
connection lost | ECONNRESET|connection reset by peer|broken pipe|\bEPIPE\b|server closed the connection|unexpected EOF|server has gone away|lost connection to|connection (?:was )?(?:closed|aborted)|SQLSTATE\[?(?:08006|57P01) | connection reset, connections, disconnected, failover, restart
timeout | ETIMEDOUT|timed? ?out\b|TimeoutError|TimeoutException|deadline exceeded|DeadlineExceeded|execution expired|context canceled|\b504\b|H12\b|i/o timeout|SocketTimeout | timeout, timeouts, slow, latency
upstream not responding | upstream (?:timed out|prematurely closed|server temporarily disabled)|no live upstreams|bad gateway|\b502\b|no healthy upstream|upstream connect error|Layer[47] (?:wrong|timeout|connection)|is DOWN, reason|backend .* has no server|no server is available to handle|server is (?:marked )?down | health check, load balancer, upstream, out of the pool, backend
service unavailable | \b503\b|service (?:temporarily )?unavailable|ServiceUnavailable|server is (?:too )?busy|overloaded|\b529\b|\b530\b | unavailable, overload, capacity, outage
internal server error | \b500\b|internal server error | errors, 500 errors, bug
not found | \b404\b|\bNoSuchKey\b|NoSuchBucket | 404, not found, deleted
too many requests | \b429\b|too many requests|rate.?limit|throttl(?:ed|ing)|ThrottlingException|RequestLimitExceeded|slow ?down\b|quota exceeded|RESOURCE_EXHAUSTED|ProvisionedThroughputExceeded | rate limit, throttling, quota, limit, retry
access denied | \b40[13]\b|access denied|permission denied|\bEACCES\b|\bEPERM\b|unauthori[sz]ed|AccessDenied|forbidden|authentication failed|invalid_grant|invalid credentials|password authentication failed|Error_code: 1045|operation not permitted|not authorized | permission, authentication, credentials, access, password
certificate expired | certificate (?:has |is )?expired|CERT_HAS_EXPIRED|certificate verify failed|x509:|NET::ERR_CERT|CertificateExpired|SEC_ERROR_EXPIRED|PKIX path|unable to (?:get|verify) (?:local issuer|the first) certificate|not yet valid|SSLError|SSL_ERROR|handshake (?:failure|failed)|SSL routines|self.signed certificate|unknown ca | certificate expired, certificate, expired, tls, ssl
DNS name not resolved | ENOTFOUND|EAI_AGAIN|NXDOMAIN|SERVFAIL|could not resolve host|Name or service not known|temporary failure in name resolution|no such host|getaddrinfo|UnknownHostException|DNS_PROBE|nodename nor servname|failed to resolve | dns, name resolution, dns resolution, resolver, nameserver
DNS zone transfer failed | refresh: failure trying master|zone .*(?:expired|not loaded)|transfer of .* failed|\bAXFR\b | slave dns, master, zone, dns
host unreachable | EHOSTUNREACH|ENETUNREACH|no route to host|network is unreachable|host is unreachable|destination unreachable|port \d+: connection (?:timed out|refused)|port unreachable|packet loss|failed to connect to | unreachable, network, firewall, routing, connectivity
routing problem | \bBGP\b|%BGP|neighbor .* (?:down|up)|withdrawn|route (?:leak|flap)|NOTIFICATION (?:sent|received)|hold ?time(?:r)? expired|OSPF|prefix(?:es)? (?:limit|exceeded) | bgp, routing, routes, network, router
link down | link (?:is )?down|NIC Link|carrier lost|interface .* down|CRC error|line protocol | network, link, switch, router, connectivity
packets dropped | conntrack: table full|dropping packet|SYN flooding|possible SYN flood|neighbou?r table overflow|receive queue overflow | network, packet loss, connections, ddos, traffic
too many connections | too many (?:clients|connections)|remaining connection slots|max_connections|max_user_connections|connection pool|QueuePool limit|pool (?:timeout|exhausted)|could not obtain (?:a )?(?:database )?connection|HikariPool|ConnectionTimeoutError|SQLSTATE\[?(?:53300|08004)|too many open connections|\bEADDRNOTAVAIL\b|cannot assign requested address|cannot get a connection | too many connections, connection pool, connections, connection limit, connections left open
deadlock | deadlock|Lock wait timeout|SQLSTATE\[?(?:40P01|40001)|could not (?:obtain|serialize)|canceling statement due to lock|lock timeout|Error 120[5-9]|ER_LOCK | deadlock, lock, locks, blocked queries, long running query
slow query | canceling statement due to (?:statement|user)|statement timeout|long.running quer|slow query|Query_time|SQLSTATE\[?57014|maximum execution time|max_execution_time|MaxTimeMSExpired | long running queries, slow query, query timeout, timing out
schema mismatch | UndefinedColumn|UndefinedTable|column .* does not exist|relation .* does not exist|Unknown column|no such (?:column|table)|Table .* doesn't exist|SQLSTATE\[?42(?:P01|703|S02|S22)|PendingMigrationError|migrations? (?:are )?pending|StatementInvalid | migration, schema migration, database compatible, migration failed, deploy
read-only | read.only (?:file system|mode|transaction|replica|database|slave|standby)|READONLY|--read-only|EROFS|SQLSTATE\[?25006|cannot execute .* in a read-only | read only, slave, replica, failover, master
replication problem | Slave_(?:IO|SQL)|Slave I/O|Slave SQL|Seconds_Behind|replication (?:lag|slot|error|stopped|terminated)|replica(?:tion)? lag|relay log|binlog|duplicate entry|wal (?:receiver|segment)|requested WAL|error connecting to master|MASTER_LINK|master_link_status:down|oplog | replication, replica, slave, mysql, failover
failover | switch-master|\+sdown|\+odown|-failover|promoted|election|not (?:the )?(?:master|leader|primary)|NotMaster|NotLeader|no leader|leader (?:lost|changed|election)|lost quorum|no quorum|stepping down|master_not_discovered|cluster_block|etcdserver|ConnectionLoss|SessionExpired | failover, leader, master, election, cluster
cluster degraded | unassigned shards|failing shard|shard failed|failed shard|cluster health|status.{0,5}(?:red|yellow)\b|NodeNotConnected|node (?:left|disconnected|down)|under.?replicated|CLUSTERDOWN|master_not_discovered|NoNodeAvailable | cluster problems, cluster, shards, nodes, failing nodes
search timeout | (?:9200|_search|es\b|elastic).*(?:time|expired)|(?:time|expired).*(?:9200|_search)|EsRejectedExecution|circuit_breaking_exception|search_phase_execution|too_many_buckets | queries timeout, elasticsearch, slow query, timeouts
Redis error | LOADING Redis|MISCONF|BUSY Redis|Redis.{0,60}(?:ECONNREFUSED|refused|cannot connect|lost)|READONLY You|MASTERDOWN|maxmemory|NOAUTH|Redis::(?:Cannot|Connection|Timeout) | redis, redis crash, redis process
database crash | database system (?:was|is) (?:shut down|interrupted|starting|in recovery|not yet)|PANIC: |terminating connection due to|PG::ConnectionBad|PG::Unable|port 5432|mysqld got signal|InnoDB: .*(?:corrupt|crash)|invalid page|checksum mismatch|could not read block|WiredTiger error|wiredtiger | database, crash, recovery, corruption
pods not running | CrashLoopBackOff|back-off restarting|ImagePullBackOff|ErrImagePull|Evicted|FailedScheduling|NotReady|Liveness probe|Readiness probe|DiskPressure|MemoryPressure | kubernetes, crash loop, health check, image, nodes
queue backlog | queue.{0,30}(?:full|too (?:big|long)|exceeded|overflow)|backlog|consumer (?:lag|timeout)|PRECONDITION_FAILED|delivery acknowledg|memory alarm|flow control|dead.?letter | queue, backlog, queue too big, consumers, rabbitmq
mail rejected | \b(?:421|450|451|452|550|554)[ -]\d?|status=(?:deferred|bounced)|temporarily deferred|user complaints|blocked using|spamhaus|\bRBL\b|greylist|relay(?:ing)? denied|rejected.*spam | deferred, mail, rejected, spam, mail server
stale lock | lock ?file|already (?:locked|running)|another (?:instance|process) is|could not get lock|stale (?:lock|pid)|pid ?file .*exists|unable to lock|index\.lock|/lock\b | lock, lock file, stale lock
file missing | ENOENT|no such file or directory|FileNotFound|cannot find (?:module|the file)|could not write pid ?file|cannot open .*pid|ModuleNotFoundError|ClassNotFound|NoClassDef|LoadError | missing, directory, file, pid directory
port in use | EADDRINUSE|address already in use|bind\(\).*failed | port, restart, process
malformed data | JSON::ParserError|unexpected token|SyntaxError|JSONDecodeError|parse error|invalid (?:json|yaml|character)|malformed|yaml: line|unmarshal|ParseException|mapping values are not | generated configuration, config, invalid json, parser, configuration
git conflict | CONFLICT \(|Automatic merge failed|merge conflict|would be overwritten by merge|non-fast-forward|failed to push some refs|MERGE_HEAD|detached HEAD | merge, git, stash, conflict
data corruption | checksum|CRC mismatch|corrupt|bad magic|hash mismatch|unexpected end of (?:file|data) | corruption, data loss, corrupted
integer overflow | overflow|out of range|Numeric value out|OverflowError|arithmetic | overflow, integer overflow, conversion
clock problem | clock (?:skew|drift|moved|went)|time (?:has )?(?:gone|went|moved|jumped) backwards|leap second|not synchroni[sz]ed|RequestTimeTooSkewed|negative (?:duration|time)|argument to Int63n|invalid argument to Int | clock, time, leap second, ntp
high CPU load | load average|high load|cpu (?:usage|at|load)|100% cpu|%CPU|throttled cpu|pegged | cpu, load, overload
storage failure | I/O error|Input/output error|\bEIO\b|medium error|SMART|degraded (?:array|raid)|raid|ata\d|SCSI|volume (?:stuck|unavailable)|nfs: server .* not responding|stale (?:NFS )?file handle|\bESTALE\b | storage, disk failure, volume, raid, filesystem
power failure | power (?:supply|lost|failure|outage)|\bUPS\b|on battery|PSU|overheat|temperature (?:above|threshold|critical) | power, power outage, datacenter, hardware
deploy failed | deploy(?:ment)? failed|rollout (?:failed|stuck)|ProgressDeadlineExceeded|build failed|exit(?:ed with)?(?: code| status) 1\b|rollback | deploy, release, rollback
process exited | exited (?:unexpectedly|with)|main process exited|entered (?:FATAL|failed) state|gave up: |start request repeated too quickly|respawning too fast|killed by signal|SIGKILL|SIGTERM|Died\b|worker (?:died|exited|timeout) | process, restart, crash, service
out of threads | unable to create (?:new )?native thread|can't start new thread|EAGAIN|resource temporarily unavailable|RejectedExecution|thread pool|fork: retry|pthread_create | threads, limit, resource, processes
panic | \bpanic:|goroutine \d+ \[|unrecovered|fatal error: | panic, crash
attack | ddos|flood(?:ing)?|attack|brute.?force|sql injection|union select|\.\./\.\.|jndi: | ddos, attack, security
leaked secret | secret.{0,20}(?:leak|expos)|token.{0,20}(?:leak|revoked|expos)|AKIA[0-9A-Z]{8}|BEGIN (?:RSA|OPENSSH) PRIVATE KEY | leak, token, credentials, security`;

export const SIGNATURES: readonly ErrorSignature[] = SIGNATURE_LINES.trim()
  .split('\n')
  .map((line) => {
    const [name = '', pattern = '', means = ''] = splitLine(line);
    return { name, pattern: new RegExp(pattern, 'i'), means: means.split(', ') };
  });

/** Splits a line into its three parts. The bars in a pattern have no spaces around them. */
function splitLine(line: string): [string, string, string] {
  const first = line.indexOf(' | ');
  const last = line.lastIndexOf(' | ');
  return [line.slice(0, first), line.slice(first + 3, last), line.slice(last + 3)];
}

/** Finds the signatures that match a line. */
export function findSignatures(line: string): ErrorSignature[] {
  return SIGNATURES.filter(({ pattern }) => pattern.test(line));
}
