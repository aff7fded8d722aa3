/** Words that occur in the names of roles and teams. */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  `team teams engineering engineer engineers ops operations devops sre sysadmin sysadmins admin admins platform
   infrastructure infra security support service services desk on-call oncall lead leads leader manager managers
   management director officer commander chief head owner owners owning maintainer maintainers developer
   developers development backend frontend web mobile data database databases dba network networking systems
   system storage cloud release quality assurance product products customer success site reliability incident
   response responder responders group guild squad tribe crew chapter department board committee staff volunteers
   office finance legal communications marketing sales identity payments billing search mail messaging monitoring
   observability build tools tooling core apps application applications internal external vendor provider hosting
   everyone unknown duty rota shift secretary host server facilities procurement compliance privacy research
   design documentation community reporter investigator scribe facilitator liaison coordinator`.split(/\s+/),
);
