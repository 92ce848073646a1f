using System.Net;
using System.Text.RegularExpressions;
using ConfEngine.TestKit.Files;
using ConfEngine.TestKit.Processes;

namespace ConfEngine.TestKit.Browsers;

/// <summary>Debian's Firefox ESR without a window and without a driver, with a camera and a microphone that do not exist. It takes no loopback address for
/// a network, so it needs a <see cref="NetworkNamespace"/> with an interface.</summary>
public sealed partial class Firefox : IDisposable
{
    // No permission prompts, invented devices, sound without a click, and no connections of its own.
    private const string Preferences = """
        user_pref("media.navigator.permission.disabled", true);
        user_pref("media.navigator.streams.fake", true);
        user_pref("media.autoplay.default", 0);
        user_pref("media.peerconnection.ice.obfuscate_host_addresses", false);
        user_pref("browser.shell.checkDefaultBrowser", false);
        user_pref("browser.aboutwelcome.enabled", false);
        user_pref("datareporting.policy.dataSubmissionEnabled", false);
        user_pref("toolkit.telemetry.enabled", false);
        user_pref("app.update.enabled", false);
        user_pref("app.normandy.enabled", false);
        user_pref("browser.safebrowsing.malware.enabled", false);
        user_pref("browser.safebrowsing.phishing.enabled", false);
        user_pref("network.captive-portal-service.enabled", false);
        user_pref("network.connectivity-service.enabled", false);
        user_pref("services.settings.server", "data:,");
        user_pref("media.gmp-manager.url", "data:,");
        user_pref("remote.active-protocols", 1);
        """;

    private readonly TempFolder _folder = new();
    private readonly Child _process;
    private readonly BiDi _session;

    private Firefox(NetworkNamespace network)
    {
        var profile = Directory.CreateDirectory(_folder["profile"]).FullName;
        File.WriteAllText(Path.Combine(profile, "user.js"), Preferences);
        string[] command =
        [
            .. network.Enter, "sh", "-c", "exec \"$@\" 2>&1", "sh", "firefox-esr", "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0", "about:blank",
        ];
        _process = Child.Start(command[0], command[1..], start => start.Environment["HOME"] = _folder.FullName);
        var port = _process.WaitFor(Listening()).Groups[1].Value;
        _session = new BiDi(network, new IPEndPoint(IPAddress.Loopback, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>Starts it.</summary>
    public static Firefox Launch(NetworkNamespace network) => new(network);

    /// <summary>Its one page.</summary>
    public BrowserPage Open(string address)
    {
        var page = new FirefoxPage(_session);
        page.GoTo(address);
        return page;
    }

    public void Dispose()
    {
        _session.Dispose();
        _process.Kill();
        _process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex(@"WebDriver BiDi listening on ws://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
