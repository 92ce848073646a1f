using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConfEngine.Core.Media;

namespace ConfEngine.Control.Client;

/// <summary>Opens the WebSocket to a server, and says in one line why it could not.</summary>
internal static class ServerDoor
{
    private const string Subprotocol = "confengine.rpc";
    private const string TokenSubprotocol = "bearer.";

    /// <exception cref="MediaException">Nothing answers, the certificate or the token does not fit, or it is something else that answers.</exception>
    public static async Task<ClientWebSocket> OpenAsync(RpcClientOptions options, CancellationToken cancel)
    {
        var socket = new ClientWebSocket();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(options.ConnectDeadline);
        try
        {
            SetUp(socket.Options, options);
            await socket.ConnectAsync(options.Server.Rpc, deadline.Token).ConfigureAwait(false);
            return socket;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            var why = Explain(options, socket.HttpStatusCode, e);
            socket.Dispose();
            throw new MediaException(why, e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void SetUp(ClientWebSocketOptions socket, RpcClientOptions options)
    {
        socket.CollectHttpResponseDetails = true;
        socket.Proxy = null;
        socket.KeepAliveInterval = TimeSpan.FromSeconds(15);
        socket.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        socket.AddSubProtocol(Subprotocol);
        if (options.Token is { Length: > 0 } token)
        {
            if (!token.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c)))
                throw new MediaException("The token holds characters that no token has: copy it again");
            socket.AddSubProtocol(TokenSubprotocol + token);
        }

        if (options.PinnedSha256 is { } pin)
            socket.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && CryptographicOperations.FixedTimeEquals(shown.GetCertHash(HashAlgorithmName.SHA256), pin.Span);
        else if (options.TrustAny)
            socket.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
    }

    private static string Explain(RpcClientOptions options, HttpStatusCode status, Exception cause)
    {
        var url = options.Server;
        switch (status)
        {
            case HttpStatusCode.Unauthorized when options.Token is null:
                return $"{url} asks for a token: give the one it shows with --token";
            case HttpStatusCode.Unauthorized:
                return $"{url} does not know this token: copy it again from the wall, for it may have changed";
            case HttpStatusCode.Forbidden:
                return $"{url} does not go by that name: use its IP address";
            case HttpStatusCode.ServiceUnavailable:
                return $"{url} takes no more clients just now";
            case 0:
                break;
            default:
                return $"{url} answers ({(int)status}), but not as a confengine kiosk: check host and port";
        }

        for (var e = cause; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return $"{url.Base.Host} is no name that is known here: use the IP address";
                case SocketException or OperationCanceledException:
                    return $"nothing answers at {url}: is `confengine kiosk` running there?";
                case AuthenticationException:
                    return $"{url} shows a certificate that is not trusted here: pin it by its SHA-256, or take any with --insecure";
            }
        }

        return $"{url} does not speak as a confengine kiosk does ({ServerMessage.OneLine(cause.GetBaseException().Message)}): check http or https, host and port";
    }
}
