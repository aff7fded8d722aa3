/** Languages and operating systems, in which nearly every program runs. */
export const PLATFORMS: ReadonlySet<string> = new Set(
  '.NET, C++, Erlang, Go, JavaScript, JVM, Linux, Node.js, PHP, Python, Ruby, Rust, Windows, gRPC'.split(
    ', ',
  ),
);

/** Protocols, whose ports say how a host is reached, and not which product does not answer. */
export const PROTOCOLS: ReadonlySet<string> = new Set(
  'BGP, DHCP, DNS, FTP, HTTP, HTTPS, IMAP, IPsec, Kerberos, LDAP, MQTT, NFS, NTP, OpenTelemetry, POP3, RADIUS, RDP, SIP, SMB, SMTP, SNMP, SSH, XMPP, iSCSI, rsync, syslog'.split(
    ', ',
  ),
);

/** Programs that pass requests on. Most of their errors are about the program behind them. */
export const PROXIES: ReadonlySet<string> = new Set(
  'Apache, Cloudflare, Envoy, HAProxy, Heroku, Varnish, gunicorn, nginx'.split(', '),
);
