/**
 * Short forms of databases, storage, programs and hardware, with their long forms. From the acronyms of the PostgreSQL,
 * MySQL and Elasticsearch manuals, the SNIA dictionary, and the manual pages of Linux.
 */
export const DATA_SHORT_FORMS = `
aof = append only file
bbu = battery backup unit = raid battery
bios = firmware = uefi
bson = binary json
bsod = blue screen of death = bugcheck
btrfs = copy on write filesystem
cas = compare and swap
cdc = change data capture
cifs = smb = samba
crdt = conflict free replicated data type
crud = create read update delete
csv = comma separated values
cte = common table expression
dba = database administrator
dbms = database management system
dimm = memory module = ram module
dma = direct memory access
dml = data manipulation language
dram = memory
drbd = distributed replicated block device
dwh = data warehouse
ecc = error correcting code = ecc memory
elt = extract load transform
eof = end of file
fcoe = fibre channel over ethernet
fdw = foreign data wrapper
fifo = first in first out = named pipe
fsck = filesystem check
fsm = free space map
fsync = flush to disk
fts = full text search
gb = gigabyte = gigabytes
gib = gibibyte
gid = group id
gil = global interpreter lock
gtid = global transaction identifier
guc = configuration parameter
guid = uuid = universally unique identifier
hba = host bus adapter
ilm = index lifecycle management
initramfs = initrd = boot image
inode = inodes = index node
ipc = inter process communication
irq = interrupt = interrupt request
iscsi = internet scsi
isr = in sync replicas
jbod = just a bunch of disks
jdbc = java database connectivity
jdk = java development kit = jre
jit = just in time compilation
jmx = java management extensions
jndi = log4shell
json = javascript object notation
kib = kibibyte
kv = key value store = key value
lba = logical block address
lru = least recently used = eviction
lsm = log structured merge
lsn = log sequence number
lvm = logical volume manager = logical volume
mb = megabyte = megabytes
mbr = master boot record
mib = mebibyte
mmap = memory mapped file
mmu = memory management unit
mvcc = multiversion concurrency control
ndjson = json lines
nmi = non maskable interrupt
nosql = document store
numa = non uniform memory access
nvme = flash storage
odbc = open database connectivity
oid = object identifier
olap = online analytical processing = analytics
oltp = online transaction processing
oplog = operations log
osd = object storage daemon = ceph
posix = unix
psu = power supply unit = power supply
pxe = network boot
rac = real application clusters
rdd = resilient distributed dataset
rdb = redis snapshot
rdma = remote direct memory access
rhel = red hat = centos
sata = serial ata
scsi = small computer system interface
shm = shared memory
smt = hyper threading = hyperthreading
sql = structured query language
srf = set returning function
sst = state snapshot transfer
stdin = standard input
stdout = standard output
stderr = standard error
suid = setuid
syscall = system call
tb = terabyte = terabytes
tde = transparent data encryption
thp = transparent huge pages = huge pages
tlb = translation lookaside buffer
tpm = trusted platform module
tsdb = time series database
txid = xid
udf = user defined function
uid = user id
utc = coordinated universal time = gmt
utf8 = utf = unicode = encoding
vfs = virtual file system
vg = volume group
wwn = world wide name
xfs = filesystem
xml = extensible markup language
yaml = yml
zfs = zpool = pool`;
