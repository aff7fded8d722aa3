// Plain JavaScript on purpose: it has to run on the Node that is too old for everything else.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Hindsight needs Node 22.18 or newer and found ${process.versions.node}: npm installs Node 24 by itself on Linux (x64, arm64) and Windows (x64), if optional packages are not left out; elsewhere, install Node 24.`,
  );
  process.exit(1);
}
