namespace ConfEngine.Golden.Walls;

/// <summary>Every scene with a stored picture, by the picture's name.</summary>
internal static class GoldenScenes
{
    public static Dictionary<string, Action<Stage>> All { get; } = new()
    {
        ["view-modes"] = WallScenes.ViewModes,
        ["gallery-9"] = WallScenes.GalleryOfNine,
        ["gallery-5"] = WallScenes.GalleryOfFive,
        ["speaker"] = WallScenes.Speaker,
        ["content"] = WallScenes.Content,
        ["portrait"] = WallScenes.Portrait,
        ["states"] = WallScenes.States,
        ["names"] = WallScenes.Names,
        ["color-patches"] = ColorPatches.Show,
        ["home"] = ScreenScenes.Home,
        ["overlay"] = ScreenScenes.Overlay,
        ["notice"] = ScreenScenes.Notice,
        ["home-invitation"] = ScreenScenes.HomeInvitation,
        ["invitation"] = ScreenScenes.InvitationTile,
        ["home-meetings"] = ScreenScenes.HomeMeetings,
        ["home-upright"] = ScreenScenes.HomeUpright,
        ["overlay-plugins"] = ScreenScenes.PluginPage,
        ["room-states"] = WallScenes.RoomStates,
    };
}
