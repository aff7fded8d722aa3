/**
 * Short forms of networks, mail and security, with their long forms. From the RFC Editor's abbreviations list, the
 * glossary of NIST (CSRC), and the DNS parameters of IANA.
 */
export const NETWORK_SHORT_FORMS = `
acme = automatic certificate management environment = certificate renewal
aead = authenticated encryption
alpn = application layer protocol negotiation
aqm = active queue management
axfr = zone transfer = full zone transfer
bdr = backup designated router
bfd = bidirectional forwarding detection
bcp38 = ingress filtering
bpdu = bridge protocol data unit
casb = cloud access security broker
cdp = cisco discovery protocol
cgnat = carrier grade nat
cidr = classless inter domain routing = subnet
cir = committed information rate
cmk = customer managed key
copp = control plane policing
cpe = customer premises equipment
crc = cyclic redundancy check = checksum
csirt = computer security incident response team = cert team
csp = content security policy
csr = certificate signing request
csrf = cross site request forgery
cvss = common vulnerability scoring system
cwe = common weakness enumeration
dane = dns based authentication of named entities
dhcp = dynamic host configuration protocol = dhcpd
dmz = demilitarized zone = perimeter network
dnat = destination nat
doh = dns over https
dpi = deep packet inspection
ds record = delegation signer
dsn = delivery status notification
dwdm = dense wavelength division multiplexing = optical transport
eap = extensible authentication protocol
ecmp = equal cost multipath
ecn = explicit congestion notification
edr = endpoint detection and response
eigrp = enhanced interior gateway routing protocol
esmtp = extended smtp
evpn = ethernet vpn
fec = forward error correction
fib = forwarding information base = forwarding table
fips = federal information processing standards
fqdn = fully qualified domain name
ftp = file transfer protocol = sftp
geoip = ip geolocation
glb = global load balancing = gslb
gre = generic routing encapsulation
hids = host intrusion detection system
hmac = message authentication code
hsrp = hot standby router protocol
hsts = strict transport security
icmp = internet control message protocol = ping
ids = intrusion detection system
igp = interior gateway protocol
ikev2 = internet key exchange
imap = internet message access protocol
ioc = indicator of compromise
ipam = ip address management
ips = intrusion prevention system
ipsec = ip security = site to site vpn
ipv4 = internet protocol version 4
ipv6 = internet protocol version 6
irr = internet routing registry
ixfr = incremental zone transfer
ixp = internet exchange point = internet exchange
jwks = json web key set
kdc = key distribution center = kerberos
kek = key encryption key
krb5 = kerberos
l2 = layer 2
l3 = layer 3
l4 = layer 4 = transport layer
l7 = layer 7 = application layer
lacp = link aggregation control protocol
lan = local area network
ldaps = ldap
ldp = label distribution protocol
lldp = link layer discovery protocol
lsa = link state advertisement
lsp = label switched path
mda = mail delivery agent
mdm = mobile device management
mlag = multi chassis link aggregation
mpls = multiprotocol label switching
mss = maximum segment size
mua = mail client
mx = mail exchanger = mx record
nac = network access control
nacl = network acl = network access control list
napt = port address translation
ndp = neighbor discovery protocol
netflow = flow data = sflow = ipfix
ngfw = next generation firewall
ns record = name server record
nsec = denial of existence
nxdomain = non existent domain = name does not exist
oauth = open authorization = oauth2
owasp = open web application security project
pbr = policy based routing
pcap = packet capture = tcpdump
pfs = perfect forward secrecy
phi = protected health information
pim = protocol independent multicast
pki = public key infrastructure
pmtud = path mtu discovery
poe = power over ethernet
ppp = point to point protocol
pps = packets per second
ptr = reverse dns = ptr record
quic = http3
radius = remote authentication dial in user service
rdap = registration data access protocol
rdp = remote desktop
rfc1918 = private addresses
rib = routing information base
rpki = resource public key infrastructure = route origin validation
roa = route origin authorization
rpf = reverse path forwarding
rpz = response policy zone
rrl = response rate limiting
rrset = resource record set
rst = tcp reset = connection reset
rstp = rapid spanning tree
rtbh = remotely triggered black hole
sase = secure access service edge
scim = user provisioning
sctp = stream control transmission protocol
sdn = software defined networking
sdwan = sd wan = software defined wan
sfp = transceiver = optics
siem = security information and event management
slaac = stateless address autoconfiguration
snat = source nat
sni = server name indication
snmp = simple network management protocol
soa = start of authority = soa record
soc = security operations center
sql injection = sqli
srv = srv record
ssrf = server side request forgery
starttls = opportunistic tls
svi = switched virtual interface
syn = tcp handshake
tacacs = terminal access controller
tcam = ternary content addressable memory
tsig = transaction signature
udld = unidirectional link detection
uri = url
urpf = unicast reverse path forwarding
vpls = virtual private lan service
vpc peering = network peering
vrf = virtual routing and forwarding
vtep = tunnel endpoint
vxlan = virtual extensible lan
wan = wide area network
wep = wifi encryption = wpa = wpa2
wifi = wlan = wireless
wol = wake on lan
xdp = express data path
xfr = zone transfer
xxe = xml external entity
zt = zero trust = ztna
ksk = key signing key = key rollover`;
