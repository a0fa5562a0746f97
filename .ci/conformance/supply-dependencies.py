"""The charts of the corpus with the most dependencies: decs and helm write the same lock and bring the same files."""
import hashlib, io, os, re, shutil, subprocess, sys, tarfile

corpus, work, port, helm, *decs = sys.argv[1:]


def count(path):
    try:
        with tarfile.open(path) as tar:
            names = [n for n in tar.getnames() if n.count("/") == 1 and n.split("/")[1] in ("Chart.yaml", "requirements.yaml")]
            text = "".join(tar.extractfile(n).read().decode("utf-8", "replace") for n in names)
            below = {n.split("/")[2] for n in tar.getnames() if re.match(r"[^/]+/charts/[^/]+/Chart.yaml$", n)}
            wanted = set(re.findall(r"^\s*(?:- )?name: (\S+)", text, re.M))
            return len(below & wanted)
    except (tarfile.TarError, OSError, KeyError):
        return 0


charts = sorted((os.path.join(d, f) for d, _, fs in os.walk(corpus) for f in fs if f.endswith(".tgz")), key=lambda p: (-count(p), p))
env = dict(os.environ, HOME=os.path.join(work, "home-dependencies"))
equal = different = 0


def run(*command, cwd):
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout + done.stderr


def state(chart):
    lock = next((os.path.join(chart, n) for n in ("Chart.lock", "requirements.lock") if os.path.exists(os.path.join(chart, n))), None)
    text = "".join(l for l in open(lock) if not l.startswith("generated:")) if lock else ""
    folder = os.path.join(chart, "charts")
    files = {f: hashlib.sha256(open(os.path.join(folder, f), "rb").read()).hexdigest() for f in sorted(os.listdir(folder)) if f.endswith(".tgz")}
    return text, files


for number, path in enumerate(charts[:60]):
    if equal + different == 20:
        break
    place = os.path.join(work, "dependencies", str(number))
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    with tarfile.open(path) as tar:
        tar.extractall(place)
    top = os.path.join(place, os.listdir(place)[0])
    served = os.path.join(work, "web", "dep%d" % number)
    os.makedirs(served, exist_ok=True)
    usable = True
    for name in os.listdir(os.path.join(top, "charts")):
        code, said = run(helm, "package", os.path.join(top, "charts", name), "-d", served, cwd=place)
        usable &= code == 0
    shutil.rmtree(os.path.join(top, "charts"))
    run(helm, "repo", "index", served, "--url", "http://127.0.0.1:%s/dep%d" % (port, number), cwd=place)
    for name in ("Chart.lock", "requirements.lock"):
        if os.path.exists(os.path.join(top, name)):
            os.remove(os.path.join(top, name))
    for name in ("Chart.yaml", "requirements.yaml"):
        file = os.path.join(top, name)
        if os.path.exists(file):
            text = open(file).read()
            open(file, "w").write(re.sub(r"^(\s*(?:- )?repository:).*$", r"\1 http://127.0.0.1:%s/dep%d" % (port, number), text, flags=re.M))
    mine = top + "-decs"
    shutil.copytree(top, mine)
    if not usable or run(helm, "dependency", "update", top, cwd=place)[0] != 0:
        continue
    code, said = run(*decs, "dependency", "update", mine, cwd=place)
    same = code == 0 and state(top) == state(mine)
    if same:
        shutil.rmtree(os.path.join(mine, "charts"))
        shutil.copy(os.path.join(top, next(n for n in ("Chart.lock", "requirements.lock") if os.path.exists(os.path.join(top, n)))), mine)
        code, said = run(*decs, "dependency", "build", mine, cwd=place)
        same = code == 0 and state(top) == state(mine)
    equal, different = equal + same, different + (not same)
    if not same:
        print("DIFFERENT:", os.path.basename(path), said.strip().splitlines()[-1:] or "lock or files differ")
print(equal, "of the", equal + different, "charts with the most dependencies: lock and files equal")
sys.exit(equal < 20)
