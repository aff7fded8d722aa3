/** Everyday words for break-ins, attacks, leaked secrets, and people who cannot get in. */
export const SECURITY = `
broke in, break in, burgled, burglar, burglary, got inside, inside job, trespassed, trespasser, sneaked in, snuck in, crept in, let themselves in, waltzed in, backdoor, back door = breach, intrusion, unauthorized, attacker, compromised
crooks, thieves, thief, robbers, baddies, bad guys, bad actors, villains, criminals, gangsters, hackers, script kiddies, miscreants, rogue = attacker, attack, breach, compromised, unauthorized
stole, steals, nicked, pinched, swiped, pilfered, robbed, ripped off, made off with, grabbed, snatched, walked away with, helped themselves, looted, heist, poached, siphoned, siphoned off, scraped = stolen, theft, exfiltration, breach, credentials
hijacked, taken over, took control, commandeered, impersonated, posing as, pretended to be, masqueraded, spoofed, forged, phony, bogus, tricked, duped, fooled, phished, hoodwinked, scam, social engineering = compromised, phishing, attack, stolen, session
infected, caught a bug, caught something, nasty, bug in the laptop, poisoned, tainted, contaminated, trojan horse, booby trapped, tampered, tampered with = malware, compromised, infected, attack
flooded, fire hose, firehose, botnet, zombies, zombie army, sit in, blockade, pelted = ddos, attack, traffic, denial of service, flood
ransom, held to ransom, held hostage, hostage, blackmail, extortion, pay up, shakedown = attack, extortion, ddos, ransomware
pass phrase, passphrase, secret handshake, magic word, keys to the kingdom, house keys, crown jewels, master key, skeleton key, login details, sign in details = password, credentials, secret, token, keys
locked out, shut out, shut everyone out, barred, bounced at the door, turned away, no entry, not let in, won't let me in, won't let us in, doesn't let me in, cannot get in, can't sign in, cannot sign in, can't log in, cannot log in, won't log in, sign in fails, left outside, on the wrong side of the door, denied entry, doorman, bouncer, gatekeeper = access, login, authentication, permission denied, blocked
sign in, sign ins, signin, sign on, logging on, getting in = login, authentication, authenticate
superpowers, super powers, god mode, godlike, admin powers, admin rights, all powerful, keys to everything, run as root, do anything, can do anything, too much power, too many rights, more rights, free rein, carte blanche, sweeping rights, wide open rights = privileges, root, permissions, access
opened up to the world, open to the world, open to everyone, open to the internet, world readable, anybody could, anyone could, everybody could, everyone could, strangers could = public, exposed, access, permissions, security
two factor, second factor, authenticator, one time code, six digits, text code, verification code, security code = two factor authentication, authentication, mfa, login
card details, credit card, charged, billed, invoiced, out of pocket, overcharged, double charged, money taken, took money, bank account, payout, checkout, cash register, cashier = billing, payment, charged, customers, card
`;
